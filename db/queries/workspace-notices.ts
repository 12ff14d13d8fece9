import { and, desc, eq, isNull } from 'drizzle-orm'
import type { Queryable, Transaction } from '@/db/client'
import { drafts } from '@/db/schema/drafts'
import { people } from '@/db/schema/identity'
import { workspaceNotices } from '@/db/schema/workspace'

export type WorkspaceNoticeRow = typeof workspaceNotices.$inferSelect
export type WorkspaceNotice = WorkspaceNoticeRow & {
  byName: string
  procedureVersionId: string
}

export async function insertWorkspaceNotices(
  tx: Transaction,
  rows: (typeof workspaceNotices.$inferInsert)[],
): Promise<void> {
  if (rows.length > 0) await tx.insert(workspaceNotices).values(rows)
}

type Reader = { personId: string; organisationId: string }

const of = ({ personId, organisationId }: Reader) =>
  and(eq(workspaceNotices.personId, personId), eq(workspaceNotices.organisationId, organisationId))

/** What a person was told in an organisation, newest first, bounded. */
export async function findWorkspaceNotices(
  tx: Queryable,
  reader: Reader,
): Promise<WorkspaceNotice[]> {
  const rows = await tx
    .select({
      notice: workspaceNotices,
      byName: people.fullName,
      procedureVersionId: drafts.procedureVersionId,
    })
    .from(workspaceNotices)
    .innerJoin(people, eq(people.id, workspaceNotices.byPersonId))
    .innerJoin(drafts, eq(drafts.id, workspaceNotices.draftId))
    .where(of(reader))
    .orderBy(desc(workspaceNotices.createdAt), desc(workspaceNotices.id))
    .limit(20)
  return rows.map(({ notice, ...rest }) => ({ ...notice, ...rest }))
}

/** Notes that the person saw what they were told about a draft. */
export async function markWorkspaceNoticesRead(
  tx: Queryable,
  reader: Reader & { draftId: string; at: Date },
): Promise<void> {
  await tx
    .update(workspaceNotices)
    .set({ readAt: reader.at })
    .where(
      and(
        of(reader),
        eq(workspaceNotices.draftId, reader.draftId),
        isNull(workspaceNotices.readAt),
      ),
    )
}
