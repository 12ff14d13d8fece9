import { and, asc, eq, gt, lte } from 'drizzle-orm'
import type { Queryable, Transaction } from '@/db/client'
import { draftChanges } from '@/db/schema/drafts'
import { people } from '@/db/schema/identity'

type NewDraftChange = typeof draftChanges.$inferInsert

export async function insertDraftChanges(
  tx: Transaction,
  rows: readonly NewDraftChange[],
): Promise<void> {
  if (rows.length > 0) await tx.insert(draftChanges).values([...rows])
}

/** What changed in a draft after a version, oldest first, each with who did it. */
export async function findDraftChanges(tx: Queryable, draftId: string, after: number) {
  const { part, version, before, personId, changedAt, page } = draftChanges
  return tx
    .select({ part, version, before, personId, changedAt, page, fullName: people.fullName })
    .from(draftChanges)
    .innerJoin(people, eq(people.id, personId))
    .where(and(eq(draftChanges.draftId, draftId), gt(version, after)))
    .orderBy(asc(version))
}
export type DraftChange = Awaited<ReturnType<typeof findDraftChanges>>[number]

/** Forgets what changed up to a version. */
export async function deleteDraftChanges(
  tx: Transaction,
  draftId: string,
  upTo: number,
): Promise<void> {
  await tx
    .delete(draftChanges)
    .where(and(eq(draftChanges.draftId, draftId), lte(draftChanges.version, upTo)))
}
