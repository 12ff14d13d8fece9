import { and, eq, isNull } from 'drizzle-orm'
import type { Queryable, Transaction } from '@/db/client'
import { licences } from '@/db/schema/registry'

export type LicenceRow = typeof licences.$inferSelect

export async function insertLicence(
  tx: Transaction,
  row: typeof licences.$inferInsert,
): Promise<void> {
  await tx.insert(licences).values(row)
}

/** What the register says today of the licence on a document. */
export async function findLicenceOfDocument(
  tx: Queryable,
  documentId: string,
): Promise<LicenceRow | undefined> {
  const [row] = await tx
    .select()
    .from(licences)
    .where(and(eq(licences.documentId, documentId), isNull(licences.supersededAt)))
  return row
}

export async function findLicencesByNumber(tx: Queryable, number: string): Promise<LicenceRow[]> {
  return tx
    .select()
    .from(licences)
    .where(and(eq(licences.number, number), isNull(licences.supersededAt)))
    .limit(5)
}
