import type { Queryable } from '@/db/client'
import { type DocumentRow, findDocumentAt, getDocument } from '@/db/queries/documents'
import { findCorrectionOf } from '@/db/queries/outcomes'

/** What a corrected document says otherwise than the answers, and which one it replaces. */
export type Corrected = { lines: Map<string, string>; replaces: { label: string; value: string }[] }

/** The lines of a licence put right, those of earlier corrections first, and the licence it replaces. */
export async function correctionLines(tx: Queryable, documentId: string): Promise<Corrected> {
  const correction = await findCorrectionOf(tx, documentId)
  if (!correction) return { lines: new Map(), replaces: [] }
  const wrong = await getDocument(tx, correction.wrongDocumentId)
  const before = await correctionLines(tx, wrong.id)
  const now = correction.fields.map((line) => [line.key, line.now] as const)
  return { lines: new Map([...before.lines, ...now]), replaces: [replacing(wrong)] }
}

/** The same lines in what comes with the licence, which replaces the companion of the wrong one. */
export async function companionLines(
  tx: Queryable,
  { licence, companion }: { licence: DocumentRow; companion: DocumentRow },
): Promise<Corrected> {
  const { lines } = await correctionLines(tx, licence.id)
  const wrong = await findDocumentAt(tx, { ...companion, ordinal: companion.ordinal - 1 })
  return { lines, replaces: wrong?.number ? [replacing(wrong)] : [] }
}

function replacing({ number, issuedOn }: DocumentRow): { label: string; value: string } {
  const day = (issuedOn ?? '').split('-').reverse().join('/')
  return { label: 'Thay thế', value: `Văn bản số ${number} ngày ${day}, có sai sót do cơ quan cấp` }
}
