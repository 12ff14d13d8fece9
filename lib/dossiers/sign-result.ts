import { db } from '@/db/client'
import { getPost } from '@/db/queries/agencies'
import { type DocumentRow, findDocument, findDocumentFile } from '@/db/queries/documents'
import { type EventRow, findEvents } from '@/db/queries/events'
import { renderLicence } from '@/lib/documents/licence'
import { licenceDataSchema } from '@/lib/documents/licence-data'
import { certifyDocument, keepCertified } from '@/lib/dossiers/certify-document'
import { decidedCompanion } from '@/lib/dossiers/decided-companion'
import { storePdf } from '@/lib/dossiers/keep-document-file'

export type SigningJob = { dossierId: string; eventId: string }

/**
 * The job behind the leader's act: renders the frozen draft, and what was decided with it, and certifies
 * each with the leader's key, number and date still empty (DocMDP P=2). It may run again after any crash: what is signed already is
 * kept, and of two that race one file counts.
 */
export async function signResult({ dossierId, eventId }: SigningJob): Promise<void> {
  const document = await findDocument(db, dossierId, 'licence')
  if (!document) throw new Error(`dossier ${dossierId} has no licence to sign`)
  if (await findDocumentFile(db, document.id, 'signed')) return
  const approval = await getApproval(dossierId, eventId)
  const companion = await decidedCompanion(db, document)
  const pdf = await storePdf(await signedBytes(document, approval))
  await keepCertified(document, pdf, {
    name: 'giay-phep-da-ky.pdf',
    event: 'result-signed',
    job: 'sign-result',
    companion: companion && {
      documentId: companion.id,
      pdf: await storePdf(await signedBytes(companion, approval)),
    },
  })
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
  const { signingKeyId } = await getPost(db, approval.actorPostId)
  return certifyDocument(bytes, {
    role: 'leader',
    signingKeyId,
    name: data.signature.signerName,
    reason: `Phê duyệt và ký: ${data.title.replaceAll('\n', ' ')}`,
    place: data.heading.place,
  })
}
