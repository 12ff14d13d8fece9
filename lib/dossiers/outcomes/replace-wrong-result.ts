import type { Transaction } from '@/db/client'
import { type DocumentRow, findDocumentAt } from '@/db/queries/documents'
import { changeResultCorrection, findCorrectionOf, supersedeLicence } from '@/db/queries/outcomes'
import { findLicenceOfDocument, insertLicence } from '@/db/queries/registry'
import { dayOf } from '@/lib/deadlines/day'
import { newId } from '@/lib/shared/ids'

type Issued = { licence: DocumentRow; companion: DocumentRow | undefined; at: Date }

/**
 * With the corrected result the wrong one ends, and what came with it: each row of the register is closed
 * and followed by one that says revoked, why, and what stands in its place. Nothing is edited, so the
 * register still knows what it said before (Decree 118/2025 Art. 23.1).
 */
export async function replaceWrongResult(
  tx: Transaction,
  { licence, companion, at }: Issued,
): Promise<void> {
  const correction = await findCorrectionOf(tx, licence.id)
  if (!correction) return
  const { wrongDocumentId } = correction
  if (!(await revoke(tx, { wrongDocumentId, newDocumentId: licence.id, at })))
    throw new Error(`the register does not know ${wrongDocumentId}`)
  const kind = 'companion'
  const before = await findDocumentAt(tx, { ...licence, kind, ordinal: licence.ordinal - 1 })
  const newDocumentId = companion?.id ?? licence.id
  if (before) await revoke(tx, { wrongDocumentId: before.id, newDocumentId, at })
  await changeResultCorrection(tx, correction.id, { closedAt: at })
}

type Revoking = { wrongDocumentId: string; newDocumentId: string; at: Date }

/** False when nothing was registered for the document: it was prepared, and not due. */
async function revoke(
  tx: Transaction,
  { wrongDocumentId, newDocumentId, at }: Revoking,
): Promise<boolean> {
  const wrong = await findLicenceOfDocument(tx, wrongDocumentId)
  if (!wrong) return false
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
  return true
}
