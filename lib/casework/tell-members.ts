import type { Transaction } from '@/db/client'
import { insertWorkspaceNotices, type WorkspaceNoticeRow } from '@/db/queries/workspace-notices'
import { newId } from '@/lib/shared/ids'

export type Telling = Pick<
  WorkspaceNoticeRow,
  'organisationId' | 'kind' | 'draftId' | 'byPersonId'
> & {
  sectionKey?: string
  to: readonly string[]
  at: Date
}

/** Tells people of an organisation something about a draft, on their own page; nobody is told of their own act. */
export function tellMembers(tx: Transaction, telling: Telling): Promise<void> {
  const { to, at, sectionKey = null, ...said } = telling
  const others = [...new Set(to)].filter((personId) => personId !== said.byPersonId)
  return insertWorkspaceNotices(
    tx,
    others.map((personId) => ({ ...said, id: newId(), personId, sectionKey, createdAt: at })),
  )
}
