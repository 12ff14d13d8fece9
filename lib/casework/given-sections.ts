import type { Queryable } from '@/db/client'
import type { DraftOwner } from '@/db/queries/drafts'
import { findSectionTasks } from '@/db/queries/section-tasks'
import type { Procedure } from '@/lib/procedures/procedure'

/** The sections of a draft that are open to its owner: null is all of them. */
export async function givenSections(
  tx: Queryable,
  { personId, givenOnly }: DraftOwner,
  draftId: string,
): Promise<readonly string[] | null> {
  if (!givenOnly) return null
  const tasks = await findSectionTasks(tx, draftId)
  return tasks.filter((task) => task.personId === personId).map(({ sectionKey }) => sectionKey)
}

/** Whether a slot lies in one of the sections that are open to somebody; null opens all of them. */
export function isOpenSlot(
  { sections }: Procedure,
  { slotKey, given }: { slotKey: string; given: readonly string[] | null },
): boolean {
  return (
    given === null ||
    sections.some(
      ({ key, fields }) =>
        given.includes(key) &&
        fields.some((field) => field.type === 'paper' && field.paper === slotKey),
    )
  )
}
