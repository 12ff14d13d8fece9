import type { Queryable } from '@/db/client'
import { getDocument } from '@/db/queries/documents'
import { findCorrectionOf } from '@/db/queries/outcomes'

/**
 * What a corrected licence says otherwise than the answers: the lines put right, those of earlier
 * corrections first, and which licence it replaces.
 */
export async function correctionLines(
  tx: Queryable,
  documentId: string,
): Promise<{ corrected: Map<string, string>; replaces: { label: string; value: string }[] }> {
  const correction = await findCorrectionOf(tx, documentId)
  if (!correction) return { corrected: new Map(), replaces: [] }
  const wrong = await getDocument(tx, correction.wrongDocumentId)
  const before = await correctionLines(tx, wrong.id)
  const now = correction.fields.map((line) => [line.key, line.now] as const)
  const day = (wrong.issuedOn ?? '').split('-').reverse().join('/')
  return {
    corrected: new Map([...before.corrected, ...now]),
    replaces: [
      {
        label: 'Thay thế',
        value: `Văn bản số ${wrong.number} ngày ${day}, có sai sót do cơ quan cấp`,
      },
    ],
  }
}
