import { db, inTransaction } from '@/db/client'
import {
  changeDocument,
  type DocumentNumberRow,
  type DocumentRow,
  findDocumentFile,
  findDocumentNumber,
  getDocument,
} from '@/db/queries/documents'
import { performEvent } from '@/lib/casework/perform-event'
import { keepDocumentFile, type StoredPdf, storePdf } from '@/lib/dossiers/keep-document-file'
import { sealDocument } from '@/lib/dossiers/seal-document'
import type { Actor } from '@/lib/identity/actor'
import { LETTER_FORMS, letterKindOf } from '@/lib/letters/letter-kinds'
import { type LetterJob, letterEvent } from '@/lib/letters/sign-letter'
import { clock } from '@/lib/server/business-clock'

const JOB: Actor = { kind: 'system', job: 'seal-letter' }

type Sealing = { document: DocumentRow; number: DocumentNumberRow }

/**
 * The job behind the clerk's act: fills number and date, adds the agency's seal in the same revision,
 * lets our own verifier judge the file, and only then stores and issues it. It may run again after any
 * crash: the number was given once with the act, and one file counts.
 */
export async function sealLetter(job: LetterJob): Promise<void> {
  const event = await letterEvent(job)
  const document = await getDocument(db, String(event.details['documentId']))
  const number = await findDocumentNumber(db, document.id)
  if (event.type !== 'authorise-letter' || !number)
    throw new Error(`event ${event.id} gives no letter its number`)
  if (await findDocumentFile(db, document.id, 'issued')) return
  const bytes = await sealDocument({ document, number, agencyId: number.agencyId })
  await issue({ document, number }, await storePdf(bytes))
}

async function issue({ document, number }: Sealing, pdf: StoredPdf): Promise<void> {
  const { id: documentId, dossierId } = document
  const at = clock.now()
  const { fileName } = LETTER_FORMS[letterKindOf(document)]
  const name = `${fileName}-${number.number.replaceAll('/', '-')}.pdf`
  await inTransaction(async (tx) => {
    const mine = await keepDocumentFile(tx, pdf, { documentId, stage: 'issued', name, at })
    if (!mine) return
    await changeDocument(tx, documentId, { state: 'issued' })
    const raised = await performEvent(tx, {
      dossierId,
      event: 'issue-letter',
      actor: JOB,
      at,
      details: { documentId, fileHash: pdf.sha256 },
    })
    if (!raised.ok) throw new Error(`issue-letter was refused: ${raised.refusal.code}`)
  })
}
