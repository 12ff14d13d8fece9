import { and, asc, desc, eq, inArray, isNotNull, lt, sql } from 'drizzle-orm'
import type { Queryable, Transaction } from '@/db/client'
import { documents } from '@/db/schema/documents'
import { dossiers } from '@/db/schema/dossiers'
import { supplementItems, supplements, turnFiles } from '@/db/schema/turns'
import { breaches } from '@/db/schema/watch'
import { visibleTo } from './conflicts'

export type SupplementRow = typeof supplements.$inferSelect
export type SupplementItemRow = typeof supplementItems.$inferSelect

export async function insertSupplement(
  tx: Transaction,
  row: typeof supplements.$inferInsert,
  items: (typeof supplementItems.$inferInsert)[],
): Promise<void> {
  await tx.insert(supplements).values(row)
  await tx.insert(supplementItems).values(items)
}

/** Every request to supplement of a dossier, oldest first, those that were never sent too. */
export async function findSupplements(tx: Queryable, dossierId: string): Promise<SupplementRow[]> {
  return tx
    .select()
    .from(supplements)
    .where(eq(supplements.dossierId, dossierId))
    .orderBy(asc(supplements.askedAt), asc(supplements.id))
}

export async function findSupplement(
  tx: Queryable,
  id: string,
): Promise<SupplementRow | undefined> {
  const [row] = await tx.select().from(supplements).where(eq(supplements.id, id))
  return row
}

/** The request in a state, locked until the transaction ends: whoever comes second waits here. */
export async function findSupplementForUpdate(
  tx: Transaction,
  dossierId: string,
  state: SupplementRow['state'],
): Promise<SupplementRow | undefined> {
  const [row] = await tx
    .select()
    .from(supplements)
    .where(and(eq(supplements.dossierId, dossierId), eq(supplements.state, state)))
    .orderBy(desc(supplements.askedAt))
    .limit(1)
    .for('update')
  return row
}

export async function changeSupplement(
  tx: Transaction,
  id: string,
  changes: Partial<Omit<SupplementRow, 'id' | 'dossierId' | 'stage'>>,
): Promise<void> {
  await tx.update(supplements).set(changes).where(eq(supplements.id, id))
}

/** The items of one request in their order. */
export async function findSupplementItems(
  tx: Queryable,
  supplementId: string,
): Promise<SupplementItemRow[]> {
  return tx
    .select()
    .from(supplementItems)
    .where(eq(supplementItems.supplementId, supplementId))
    .orderBy(asc(supplementItems.position))
}

export async function changeSupplementItem(
  tx: Transaction,
  id: string,
  changes: Partial<
    Pick<SupplementItemRow, 'oldValue' | 'verdict' | 'verdictNote' | 'judgedBy' | 'judgedAt'>
  >,
): Promise<void> {
  await tx.update(supplementItems).set(changes).where(eq(supplementItems.id, id))
}

export async function insertTurnFiles(
  tx: Transaction,
  rows: (typeof turnFiles.$inferInsert)[],
): Promise<void> {
  if (rows.length > 0) await tx.insert(turnFiles).values(rows).onConflictDoNothing()
}

/** The files that came for the items of a request. */
export async function findItemFiles(
  tx: Queryable,
  itemIds: readonly string[],
): Promise<{ itemId: string; fileId: string }[]> {
  if (itemIds.length === 0) return []
  return tx
    .select({ itemId: turnFiles.ownerId, fileId: turnFiles.fileId })
    .from(turnFiles)
    .where(inArray(turnFiles.ownerId, [...itemIds]))
}

/** Writes a breach down once; the same one again changes nothing. */
export async function insertBreach(
  tx: Transaction,
  row: typeof breaches.$inferInsert,
): Promise<void> {
  await tx.insert(breaches).values(row).onConflictDoNothing()
}

/** The slip of a request: the first that went out has ordinal 1. */
export async function findSupplementSlip(
  tx: Queryable,
  dossierId: string,
  ordinal: number,
): Promise<typeof documents.$inferSelect | undefined> {
  const [row] = await tx
    .select()
    .from(documents)
    .where(
      and(
        eq(documents.dossierId, dossierId),
        eq(documents.kind, 'supplement-slip'),
        eq(documents.ordinal, ordinal),
      ),
    )
  return row
}

export type OverdueReply = {
  id: string
  reference: string
  subject: string
  ownerName: string
  replyDueAt: Date
}

/** Dossiers that wait for an answer whose last day lies before a moment, the longest waiting first; bounded. */
export async function findRepliesOver(
  tx: Queryable,
  wanted: { agencyId: string; hiddenFrom: readonly string[]; before: Date; limit: number },
): Promise<OverdueReply[]> {
  const rows = await tx
    .select({
      id: dossiers.id,
      reference: sql<string>`coalesce(${dossiers.dossierCode}, ${dossiers.submissionReference})`,
      subject: dossiers.subject,
      ownerName: dossiers.ownerName,
      replyDueAt: dossiers.replyDueAt,
    })
    .from(dossiers)
    .where(
      and(
        eq(dossiers.solvingAgencyId, wanted.agencyId),
        inArray(dossiers.state, ['supplement-at-intake', 'supplement', 'awaiting-obligation']),
        isNotNull(dossiers.replyDueAt),
        lt(dossiers.replyDueAt, wanted.before),
        visibleTo(tx, wanted.hiddenFrom),
      ),
    )
    .orderBy(asc(dossiers.replyDueAt), asc(dossiers.id))
    .limit(wanted.limit)
  return rows.flatMap(({ replyDueAt, ...row }) => (replyDueAt ? [{ ...row, replyDueAt }] : []))
}
