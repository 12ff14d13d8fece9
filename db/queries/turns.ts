import type { Transaction } from '@/db/client'
import { handOvers } from '@/db/schema/turns'

export async function insertHandOver(
  tx: Transaction,
  row: typeof handOvers.$inferInsert,
): Promise<void> {
  await tx.insert(handOvers).values(row)
}
