import type { Transaction } from '@/db/client'
import { changeResultCorrection, findCorrectionOf, supersedeLicence } from '@/db/queries/outcomes'
import { findLicenceOfDocument, insertLicence } from '@/db/queries/registry'
import { dayOf } from '@/lib/deadlines/day'
import { newId } from '@/lib/shared/ids'

/**
 * With the corrected result the wrong one ends: its row of the register is closed and followed by one that
 * says revoked, why, and what stands in its place. Nothing is edited, so the register still knows what it
 * said before (Decree 118/2025 Art. 23.1).
 */
export async function replaceWrongResult(
  tx: Transaction,
  { newDocumentId, at }: { newDocumentId: string; at: Date },
): Promise<void> {
  const correction = await findCorrectionOf(tx, newDocumentId)
  if (!correction) return
  const wrong = await findLicenceOfDocument(tx, correction.wrongDocumentId)
  if (!wrong) throw new Error(`the register does not know ${correction.wrongDocumentId}`)
  await supersedeLicence(tx, wrong.rowId, at)
  await insertLicence(tx, {
    ...wrong,
    rowId: newId(),
    status: 'revoked',
    statusReason: 'replaced-by-correction',
    replacedByDocumentId: newDocumentId,
    validTo: dayOf(at),
    recordedAt: at,
    supersededAt: null,
  })
  await changeResultCorrection(tx, correction.id, { closedAt: at })
}
