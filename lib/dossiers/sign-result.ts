import { db, inTransaction } from '@/db/client'
import { getPost } from '@/db/queries/agencies'
import {
  changeDocument,
  type DocumentRow,
  findDocument,
  findDocumentFile,
} from '@/db/queries/documents'
import { type EventRow, findEvents } from '@/db/queries/events'
import { performEvent } from '@/lib/casework/perform-event'
import { drawSignatureImage } from '@/lib/documents/images/signature-image'
import { renderLicence } from '@/lib/documents/licence'
import { licenceDataSchema } from '@/lib/documents/licence-data'
import { agencySigner, timestamper } from '@/lib/dossiers/agency-signer'
import { keepDocumentFile, type StoredPdf, storePdf } from '@/lib/dossiers/keep-document-file'
import type { Actor } from '@/lib/identity/actor'
import { clock } from '@/lib/server/business-clock'
import { signPdf } from '@/lib/signing/sign-pdf'

const JOB: Actor = { kind: 'system', job: 'sign-result' }

export type SigningJob = { dossierId: string; eventId: string }

/**
 * The job behind the leader's act: renders the frozen draft and certifies it with the leader's key,
 * number and date still empty (DocMDP P=2). It may run again after any crash: what is signed already is
 * kept, and of two that race one file counts.
 */
export async function signResult({ dossierId, eventId }: SigningJob): Promise<void> {
  const document = await findDocument(db, dossierId, 'licence')
  if (!document) throw new Error(`dossier ${dossierId} has no licence to sign`)
  if (await findDocumentFile(db, document.id, 'signed')) return
  const approval = await getApproval(dossierId, eventId)
  const pdf = await storePdf(await signedBytes(document, approval))
  await keepSigned(document, pdf)
}

async function getApproval(dossierId: string, eventId: string): Promise<EventRow> {
  const event = (await findEvents(db, dossierId)).find(({ id }) => id === eventId)
  if (event?.type !== 'approve') throw new Error(`event ${eventId} is no approval`)
  return event
}

async function signedBytes(document: DocumentRow, approval: EventRow): Promise<Uint8Array> {
  const data = licenceDataSchema.parse(document.data)
  const { bytes } = await renderLicence(data)
  if (!approval.actorPostId) throw new Error('an approval without a post')
  const post = await getPost(db, approval.actorPostId)
  const signed = await signPdf(
    bytes,
    {
      // Signing time is real time, as its time stamp is.
      at: new Date(),
      certification: 2,
      picture: await drawSignatureImage(data.signature.signerName),
      reason: 'Phê duyệt và ký giấy phép hoạt động',
      location: data.heading.place,
    },
    { signer: agencySigner(post.signingKeyId, 'leader'), timestamper: timestamper() },
  )
  if (!signed.ok) throw new Error(`the licence was not signed: ${signed.refusal.code}`)
  return signed.value
}

async function keepSigned(document: DocumentRow, pdf: StoredPdf): Promise<void> {
  const { id: documentId, dossierId } = document
  const at = clock.now()
  await inTransaction(async (tx) => {
    const name = 'giay-phep-da-ky.pdf'
    const mine = await keepDocumentFile(tx, pdf, { documentId, stage: 'signed', name, at })
    if (!mine) return
    await changeDocument(tx, documentId, { state: 'signed' })
    const raised = await performEvent(tx, {
      dossierId,
      event: 'result-signed',
      actor: JOB,
      at,
      details: { documentId, fileHash: pdf.sha256 },
    })
    if (!raised.ok) throw new Error(`result-signed was refused: ${raised.refusal.code}`)
  })
}
