import { and, desc, eq } from 'drizzle-orm'
import type { Queryable, Transaction } from '@/db/client'
import { stopRequests } from '@/db/schema/turns'

export type StopRequestRow = typeof stopRequests.$inferSelect

export async function insertStopRequest(
  tx: Transaction,
  row: typeof stopRequests.$inferInsert,
): Promise<void> {
  await tx.insert(stopRequests).values(row)
}

/** The newest wish to stop a dossier, whatever became of it. */
export async function findStopRequest(
  tx: Queryable,
  dossierId: string,
): Promise<StopRequestRow | undefined> {
  const [row] = await tx
    .select()
    .from(stopRequests)
    .where(eq(stopRequests.dossierId, dossierId))
    .orderBy(desc(stopRequests.askedAt))
    .limit(1)
  return row
}

/** Settles a wish that is still asked. */
export async function settleStopRequest(
  tx: Transaction,
  id: string,
  changes: Partial<Omit<StopRequestRow, 'id' | 'dossierId'>>,
): Promise<void> {
  await tx
    .update(stopRequests)
    .set(changes)
    .where(and(eq(stopRequests.id, id), eq(stopRequests.state, 'asked')))
}
