import { and, desc, eq, sql } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { oneTimeCodes } from '@/db/schema/identity'
import { outgoingMessages } from '@/db/schema/notifications'

export type OneTimeCodeRow = typeof oneTimeCodes.$inferSelect
export type CodeBinding = { personId: string; purpose: string; subject: string }

export function insertOneTimeCode(tx: Transaction, row: typeof oneTimeCodes.$inferInsert) {
  return tx.insert(oneTimeCodes).values(row)
}

/** The newest code for this act of this person, locked: an older one is worth nothing any more. */
export async function findNewestCodeForUpdate(
  tx: Transaction,
  { personId, purpose, subject }: CodeBinding,
): Promise<OneTimeCodeRow | undefined> {
  const [row] = await tx
    .select()
    .from(oneTimeCodes)
    .where(
      and(
        eq(oneTimeCodes.personId, personId),
        eq(oneTimeCodes.purpose, purpose),
        eq(oneTimeCodes.subject, subject),
      ),
    )
    .orderBy(desc(oneTimeCodes.createdAt), desc(oneTimeCodes.id))
    .limit(1)
    .for('update')
  return row
}

export async function countWrongTry(tx: Transaction, id: string): Promise<void> {
  await tx
    .update(oneTimeCodes)
    .set({ attempts: sql`${oneTimeCodes.attempts} + 1` })
    .where(eq(oneTimeCodes.id, id))
}

export async function markCodeUsed(tx: Transaction, id: string, at: Date): Promise<void> {
  await tx.update(oneTimeCodes).set({ usedAt: at }).where(eq(oneTimeCodes.id, id))
}

/** The message that carries the code; its parameters hold the code sealed, never in the clear. */
export function insertCodeMessage(
  tx: Transaction,
  row: Omit<typeof outgoingMessages.$inferInsert, 'channel' | 'kind' | 'state'>,
) {
  return tx
    .insert(outgoingMessages)
    .values({ ...row, channel: 'sms', kind: 'one-time-code', state: 'promised' })
}
