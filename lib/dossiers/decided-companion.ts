import type { Queryable } from '@/db/client'
import { type DocumentRow, findDocumentAt } from '@/db/queries/documents'
import { licenceDataSchema } from '@/lib/documents/licence-data'

/** What was decided together with a licence; undefined when nothing was, or the decision is still to come. */
export async function decidedCompanion(
  tx: Queryable,
  licence: DocumentRow,
): Promise<DocumentRow | undefined> {
  const row = await findDocumentAt(tx, { ...licence, kind: 'companion' })
  // The decision freezes its words; before, and when it is not due, the row is empty.
  return row && licenceDataSchema.safeParse(row.data).success ? row : undefined
}
