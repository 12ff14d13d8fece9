import { inTransaction, type Transaction } from '@/db/client'
import {
  endMembershipRow,
  findColleagues,
  findMembershipForUpdate,
  findRepresentatives,
  type MembershipRow,
} from '@/db/queries/memberships'
import { findTasksOf, passTasksOn, removeSectionTask } from '@/db/queries/section-tasks'
import { tellMembers } from '@/lib/casework/tell-members'
import type { PersonActor } from '@/lib/identity/actor'
import { reachOf } from '@/lib/identity/member-rights'
import { accept, type Result, refuse } from '@/lib/shared/result'

export type EndRefusal = { code: 'not-representative' | 'membership-unknown' }

/**
 * Ends a membership at once: the next request of whoever held it finds it gone. The representative ends
 * anybody's, a member their own. Drafts stay with the organisation, words with their names, and sections
 * not yet filed go back to the representative.
 */
export function endMembership(
  actor: PersonActor,
  { membershipId, at }: { membershipId: string; at: Date },
): Promise<Result<undefined, EndRefusal>> {
  return inTransaction(async (tx): Promise<Result<undefined, EndRefusal>> => {
    const { capacity } = actor
    if (capacity.kind !== 'organisation') return refuse({ code: 'not-representative' })
    const own = capacity.member !== undefined && capacity.mandateId === membershipId
    if (!own && reachOf(actor, 'manage-members') !== 'all')
      return refuse({ code: 'not-representative' })
    const { organisationId } = capacity
    const row = await findMembershipForUpdate(tx, { id: membershipId, organisationId })
    if (!row || row.endedAt) return refuse({ code: 'membership-unknown' })
    await endMembershipRow(tx, membershipId, { by: actor.personId, at })
    await handBack(tx, row, { by: actor.personId, at })
    return accept(undefined)
  })
}

/** Sections of somebody who works there no more in any role. */
async function handBack(
  tx: Transaction,
  { personId, organisationId }: MembershipRow,
  { by, at }: { by: string; at: Date },
): Promise<void> {
  if (!personId) return
  const colleagues = await findColleagues(tx, organisationId, at)
  if (colleagues.some((colleague) => colleague.personId === personId)) return
  const tasks = await findTasksOf(tx, { personId, organisationId })
  const representatives = await findRepresentatives(tx, organisationId, at)
  const heir =
    representatives.find((representative) => representative.personId === by) ?? representatives[0]
  if (!heir) {
    // Nobody to take them: they are nobody's, and open to whoever prepares the draft.
    for (const { draftId, sectionKey } of tasks)
      await removeSectionTask(tx, { draftId, sectionKey })
    return
  }
  const draftIds = tasks.map(({ draftId }) => draftId)
  await passTasksOn(tx, { draftIds, from: personId, to: heir.personId })
  for (const { draftId, sectionKey } of tasks)
    await tellMembers(tx, {
      organisationId,
      to: representatives.map((representative) => representative.personId),
      kind: 'section-returned',
      draftId,
      sectionKey,
      byPersonId: personId,
      at,
    })
}
