import { db, inTransaction } from '@/db/client'
import { getPost, type PostWithName } from '@/db/queries/agencies'
import { findDocument, findDocumentFile, insertDocument } from '@/db/queries/documents'
import { findDossier } from '@/db/queries/dossiers'
import { findEvents } from '@/db/queries/events'
import { findFile } from '@/db/queries/files'
import { renderReceiptSlip } from '@/lib/documents/receipt-slip'
import { keepDocumentFile, storePdf } from '@/lib/dossiers/keep-document-file'
import { receiptData } from '@/lib/dossiers/receipt-data'
import { signDeskSlip } from '@/lib/dossiers/sign-desk-slip'
import { readFileBytes } from '@/lib/files/store'
import { clock } from '@/lib/server/business-clock'
import { newId } from '@/lib/shared/ids'

/**
 * The job behind acceptance: slip 01, signed by the desk officer who accepted (Decree 118/2025 Art. 17).
 * Run again it finds the slip there and leaves it: a reprint is the same bytes.
 */
export async function renderReceipt({ dossierId }: { dossierId: string }): Promise<void> {
  if (await findReceipt(dossierId)) return
  const dossier = await findDossier(db, dossierId)
  if (!dossier) throw new Error(`no dossier ${dossierId}`)
  const officer = await whoAccepted(dossierId)
  const data = await receiptData(db, dossier, officer)
  const signed = await signDeskSlip(await renderReceiptSlip(data), {
    officer,
    reason: 'Tiếp nhận hồ sơ và hẹn trả kết quả',
    place: data.heading.place,
  })
  const pdf = await storePdf(signed)
  const at = clock.now()
  await inTransaction(async (tx) => {
    const id = newId()
    const document = { verifyCode: null, number: null, issuedOn: null, state: 'issued' } as const
    await insertDocument(tx, {
      id,
      dossierId,
      kind: 'receipt-slip',
      data,
      createdAt: at,
      ...document,
    })
    const kept = await findDocument(tx, dossierId, 'receipt-slip')
    if (!kept) throw new Error('the slip has no row')
    const name = `giay-tiep-nhan-${dossier.dossierCode}.pdf`
    await keepDocumentFile(tx, pdf, { documentId: kept.id, stage: 'issued', name, at })
  })
}

/** The slip as PDF; undefined while it is not made. */
export async function readReceipt(dossierId: string): Promise<Uint8Array | undefined> {
  const file = await findReceipt(dossierId)
  return file && readFileBytes(file.storageKey)
}

async function findReceipt(dossierId: string) {
  const document = await findDocument(db, dossierId, 'receipt-slip')
  const issued = document && (await findDocumentFile(db, document.id, 'issued'))
  return issued && findFile(db, issued.fileId)
}

async function whoAccepted(dossierId: string): Promise<PostWithName> {
  const accepted = (await findEvents(db, dossierId)).find(({ type }) => type === 'accept')
  if (!accepted?.actorPostId) throw new Error(`dossier ${dossierId} was not accepted by an officer`)
  return getPost(db, accepted.actorPostId)
}
