import { db, inTransaction } from '@/db/client'
import { getPost } from '@/db/queries/agencies'
import {
  changeDocument,
  type DocumentRow,
  findDocumentFile,
  getDocument,
} from '@/db/queries/documents'
import { type EventRow, findEvents } from '@/db/queries/events'
import { performEvent } from '@/lib/casework/perform-event'
import { drawSignatureImage } from '@/lib/documents/images/signature-image'
import { agencySigner, timestamper } from '@/lib/dossiers/agency-signer'
import { keepDocumentFile, type StoredPdf, storePdf } from '@/lib/dossiers/keep-document-file'
import type { Actor } from '@/lib/identity/actor'
import { LETTER_FORMS, letterKindOf } from '@/lib/letters/letter-kinds'
import { clock } from '@/lib/server/business-clock'
import { signPdf } from '@/lib/signing/sign-pdf'

const JOB: Actor = { kind: 'system', job: 'sign-letter' }

export type LetterJob = { dossierId: string; eventId: string }

/**
 * The job behind the leader's act: renders the frozen letter and certifies it with the leader's key,
 * number and date still empty (DocMDP P=2). It may run again after any crash: what is signed already is
 * kept, and of two that race one file counts.
 */
export async function signLetter(job: LetterJob): Promise<void> {
  const event = await letterEvent(job)
  const document = await getDocument(db, String(event.details['documentId']))
  const { granted } = LETTER_FORMS[letterKindOf(document)]
  if (event.type !== granted) throw new Error(`event ${event.id} signs no ${document.kind}`)
  if (await findDocumentFile(db, document.id, 'signed')) return
  await keepSigned(document, await storePdf(await signedBytes(document, event)))
}

/** The act behind a job: its event names the document it is about. */
export async function letterEvent({ dossierId, eventId }: LetterJob): Promise<EventRow> {
  const event = (await findEvents(db, dossierId)).find(({ id }) => id === eventId)
  if (!event) throw new Error(`dossier ${dossierId} has no event ${eventId}`)
  return event
}

async function signedBytes(document: DocumentRow, granted: EventRow): Promise<Uint8Array> {
  const form = LETTER_FORMS[letterKindOf(document)]
  const { bytes } = await form.render(document.data)
  if (!granted.actorPostId) throw new Error('a letter granted by nobody')
  const post = await getPost(db, granted.actorPostId)
  const signed = await signPdf(
    bytes,
    {
      // Signing time is real time, as its time stamp is.
      at: new Date(),
      certification: 2,
      picture: await drawSignatureImage(post.fullName),
      reason: form.reason,
      location: post.position,
    },
    { signer: agencySigner(post.signingKeyId, 'leader'), timestamper: timestamper() },
  )
  if (!signed.ok) throw new Error(`the letter was not signed: ${signed.refusal.code}`)
  return signed.value
}

async function keepSigned(document: DocumentRow, pdf: StoredPdf): Promise<void> {
  const { id: documentId, dossierId } = document
  const at = clock.now()
  await inTransaction(async (tx) => {
    const name = `${LETTER_FORMS[letterKindOf(document)].fileName}-da-ky.pdf`
    const mine = await keepDocumentFile(tx, pdf, { documentId, stage: 'signed', name, at })
    if (!mine) return
    await changeDocument(tx, documentId, { state: 'signed' })
    const raised = await performEvent(tx, {
      dossierId,
      event: 'letter-signed',
      actor: JOB,
      at,
      details: { documentId, fileHash: pdf.sha256 },
    })
    if (!raised.ok) throw new Error(`letter-signed was refused: ${raised.refusal.code}`)
  })
}
