import { and, eq, lt } from 'drizzle-orm'
import type { Queryable } from '@/db/client'
import { credentials } from '@/db/schema/identity'

export type CredentialRow = typeof credentials.$inferSelect

/** The credential of an e-mail address, which must be in lower case. */
export async function findCredential(
  tx: Queryable,
  email: string,
): Promise<CredentialRow | undefined> {
  const [row] = await tx.select().from(credentials).where(eq(credentials.email, email))
  return row
}

export function insertCredential(tx: Queryable, row: typeof credentials.$inferInsert) {
  return tx.insert(credentials).values(row)
}

/**
 * Spends a step of the authenticator, in one statement: false when this step, or a later one, was
 * spent already, so that of two who race with one code only one comes in.
 */
export async function spendTotpStep(tx: Queryable, id: string, step: number): Promise<boolean> {
  const rows = await tx
    .update(credentials)
    .set({ totpStep: step })
    .where(and(eq(credentials.id, id), lt(credentials.totpStep, step)))
    .returning({ id: credentials.id })
  return rows.length === 1
}
