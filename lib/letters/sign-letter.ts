import { db } from '@/db/client'
import { getPost } from '@/db/queries/agencies'
import { type DocumentRow, findDocumentFile, getDocument } from '@/db/queries/documents'
import { type EventRow, findEvents } from '@/db/queries/events'
import { certifyDocument, keepCertified } from '@/lib/dossiers/certify-document'
import { storePdf } from '@/lib/dossiers/keep-document-file'
import { LETTER_FORMS, letterKindOf } from '@/lib/letters/letter-kinds'

export type LetterJob = { dossierId: string; eventId: string }

/**
 * The job behind the leader's act: renders the frozen letter and certifies it with the leader's key,
 * number and date still empty (DocMDP P=2). It may run again after any crash: what is signed already is
 * kept, and of two that race one file counts.
 */
export async function signLetter(job: LetterJob): Promise<void> {
  const event = await letterEvent(job)
  const document = await getDocument(db, String(event.details['documentId']))
  const { granted, fileName } = LETTER_FORMS[letterKindOf(document)]
  if (event.type !== granted) throw new Error(`event ${event.id} signs no ${document.kind}`)
  if (await findDocumentFile(db, document.id, 'signed')) return
  await keepCertified(document, await storePdf(await signedBytes(document, event)), {
    name: `${fileName}-da-ky.pdf`,
    event: 'letter-signed',
    job: 'sign-letter',
  })
}

/** The act behind a job: its event names the document it is about. */
export async function letterEvent({ dossierId, eventId }: LetterJob): Promise<EventRow> {
  const event = (await findEvents(db, dossierId)).find(({ id }) => id === eventId)
  if (!event) throw new Error(`dossier ${dossierId} has no event ${eventId}`)
  return event
}

async function signedBytes(document: DocumentRow, granted: EventRow): Promise<Uint8Array> {
  const { render, reason } = LETTER_FORMS[letterKindOf(document)]
  const { bytes } = await render(document.data)
  if (!granted.actorPostId) throw new Error('a letter granted by nobody')
  const { signingKeyId, fullName, position } = await getPost(db, granted.actorPostId)
  return certifyDocument(bytes, {
    role: 'leader',
    signingKeyId,
    name: fullName,
    reason,
    place: position,
  })
}
