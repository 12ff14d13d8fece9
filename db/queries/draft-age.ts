import { and, asc, desc, eq, isNotNull, isNull, lt, lte, or, type SQL } from 'drizzle-orm'
import type { Queryable, Transaction } from '@/db/client'
import { belongsTo, type DraftOwner, type DraftRow } from '@/db/queries/drafts'
import { drafts } from '@/db/schema/drafts'

const unsent = isNull(drafts.submittedDossierId)
const alive = isNull(drafts.agedOutAt)

/** Drafts that nobody touched since a moment and whose owner has not been told since then. */
export function findToWarn(on: Queryable, untouchedSince: Date, limit: number): Promise<string[]> {
  const untold = or(isNull(drafts.warnedAt), lt(drafts.warnedAt, drafts.updatedAt))
  return idsWhere(on, and(unsent, alive, lte(drafts.updatedAt, untouchedSince), untold), limit)
}

/** Drafts whose owner was told before a moment, and who did not touch them after that. */
export function findToEnd(on: Queryable, toldBefore: Date, limit: number): Promise<string[]> {
  const idle = and(lte(drafts.warnedAt, toldBefore), lte(drafts.updatedAt, drafts.warnedAt))
  return idsWhere(on, and(unsent, alive, idle), limit)
}

/** Drafts that ended before a moment. */
export function findToDelete(on: Queryable, endedBefore: Date, limit: number): Promise<string[]> {
  return idsWhere(on, and(unsent, lte(drafts.agedOutAt, endedBefore)), limit)
}

/** One of these, locked, if it still is as it was found; another worker's is left to it. */
export async function lockUnsent(tx: Transaction, id: string): Promise<DraftRow | undefined> {
  const [row] = await tx
    .select()
    .from(drafts)
    .where(and(eq(drafts.id, id), unsent))
    .for('update', { skipLocked: true })
  return row
}

export async function setAge(
  tx: Transaction,
  id: string,
  age: Partial<Pick<DraftRow, 'warnedAt' | 'agedOutAt' | 'updatedAt'>>,
): Promise<void> {
  await tx.update(drafts).set(age).where(eq(drafts.id, id))
}

/** What an owner's age-ended drafts are, newest end first; a change of a dossier is not among them. */
export function findEndedDrafts(on: Queryable, owner: DraftOwner): Promise<DraftRow[]> {
  return on
    .select()
    .from(drafts)
    .where(
      and(belongsTo(owner), unsent, isNotNull(drafts.agedOutAt), isNull(drafts.changesDossierId)),
    )
    .orderBy(desc(drafts.agedOutAt))
    .limit(50)
}

/** An ended draft of this owner, locked until the transaction ends. */
export async function findEndedDraftForUpdate(
  tx: Transaction,
  owner: DraftOwner,
  id: string,
): Promise<DraftRow | undefined> {
  const [row] = await tx
    .select()
    .from(drafts)
    .where(and(eq(drafts.id, id), belongsTo(owner), unsent, isNotNull(drafts.agedOutAt)))
    .for('update')
  return row
}

async function idsWhere(on: Queryable, where: SQL | undefined, limit: number): Promise<string[]> {
  const rows = await on
    .select({ id: drafts.id })
    .from(drafts)
    .where(where)
    .orderBy(asc(drafts.updatedAt), asc(drafts.id))
    .limit(limit)
  return rows.map(({ id }) => id)
}
