import { db, inTransaction } from '@/db/client'
import { getPost } from '@/db/queries/agencies'
import {
  changeDocument,
  type DocumentRow,
  findDocumentFile,
  getDocument,
} from '@/db/queries/documents'
import { findSignatures, type SignatureRow } from '@/db/queries/inspections'
import { drawAttestationImage } from '@/lib/documents/images/attestation-image'
import { renderInspectionMinutes } from '@/lib/documents/inspection-minutes'
import { inspectionMinutesDataSchema } from '@/lib/documents/inspection-minutes-data'
import { shortMoment } from '@/lib/documents/vietnamese-dates'
import { recordKey, timestamper } from '@/lib/dossiers/agency-signer'
import { certifyDocument } from '@/lib/dossiers/certify-document'
import { keepDocumentFile, storePdf } from '@/lib/dossiers/keep-document-file'
import { readSigned, refuseUnverifiable } from '@/lib/dossiers/seal-document'
import { clock } from '@/lib/server/business-clock'
import { signPdf } from '@/lib/signing/sign-pdf'

type Job = { documentId: string }

/**
 * The job behind the lead's act: renders the frozen minutes and certifies them with the lead's own key;
 * only the facility's side may still be added. Run again it leaves what is there.
 */
export async function signMinutes({ documentId }: Job): Promise<void> {
  if (await findDocumentFile(db, documentId, 'signed')) return
  const document = await getDocument(db, documentId)
  const lead = await sideOf(documentId, 'team')
  if (!lead.confirmedAt || !lead.postId) throw new Error('the lead has not confirmed the minutes')
  const post = await getPost(db, lead.postId)
  const data = inspectionMinutesDataSchema.parse(document.data)
  const { bytes } = await renderInspectionMinutes(data)
  const signed = await certifyDocument(bytes, {
    role: 'team-lead',
    signingKeyId: post.signingKeyId,
    name: lead.name,
    reason: 'Trưởng đoàn ký biên bản thẩm định',
    place: data.heading.place,
  })
  await keep(document, { bytes: signed, stage: 'signed' })
}

/**
 * The job behind the confirmation of the facility's side: a second revision in which the system attests
 * in the facility's place how and when that side has confirmed. It claims no signature that nobody made.
 */
export async function attestMinutes({ documentId }: Job): Promise<void> {
  if (await findDocumentFile(db, documentId, 'issued')) return
  const document = await getDocument(db, documentId)
  const facility = await sideOf(documentId, 'facility')
  if (!facility.confirmedAt) throw new Error('the facility has not confirmed the minutes')
  const attested = await signPdf(
    await readSigned(documentId),
    {
      at: new Date(),
      picture: await drawAttestationImage(attestation(facility)),
      reason: attestation(facility).join('; '),
    },
    { signer: { role: 'attestation', ...recordKey() }, timestamper: timestamper() },
  )
  if (!attested.ok) throw new Error(`the minutes were not attested: ${attested.refusal.code}`)
  await refuseUnverifiable(attested.value)
  await keep(document, { bytes: attested.value, stage: 'issued' })
}

/** What stands in the facility's place: how it confirmed, who, when, and over which bytes. */
export function attestation(side: SignatureRow): string[] {
  const at = side.confirmedAt ? shortMoment(side.confirmedAt) : ''
  const hash = `SHA-256: ${(side.fileHash ?? '').slice(0, 16)}…`
  if (side.way === 'paper') return ['Đã ký trên bản giấy', `Bản quét lưu lúc ${at}`, hash]
  return ['Đã xác nhận bằng mã OTP', side.confirmedBy ?? side.name, `lúc ${at}`, hash]
}

async function sideOf(documentId: string, side: SignatureRow['side']): Promise<SignatureRow> {
  const found = (await findSignatures(db, [documentId])).find((row) => row.side === side)
  if (!found) throw new Error(`document ${documentId} has no place for the ${side}`)
  return found
}

async function keep(
  { id: documentId }: DocumentRow,
  { bytes, stage }: { bytes: Uint8Array; stage: 'signed' | 'issued' },
): Promise<void> {
  const pdf = await storePdf(bytes)
  const name = stage === 'signed' ? 'bien-ban-tham-dinh-doan-da-ky.pdf' : 'bien-ban-tham-dinh.pdf'
  await inTransaction(async (tx) => {
    if (await keepDocumentFile(tx, pdf, { documentId, stage, name, at: clock.now() }))
      await changeDocument(tx, documentId, { state: stage })
  })
}
