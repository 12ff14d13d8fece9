import { db, inTransaction } from '@/db/client'
import { getAgency } from '@/db/queries/agencies'
import {
  changeDocument,
  type DocumentNumberRow,
  type DocumentRow,
  findDocumentFile,
  findDocumentNumber,
  getDocument,
} from '@/db/queries/documents'
import { findFile } from '@/db/queries/files'
import { performEvent } from '@/lib/casework/perform-event'
import { licenceFills } from '@/lib/documents/field-fill'
import { drawSealImage } from '@/lib/documents/images/seal-image'
import { agencySigner, timestamper } from '@/lib/dossiers/agency-signer'
import { keepDocumentFile, type StoredPdf, storePdf } from '@/lib/dossiers/keep-document-file'
import { readFileBytes } from '@/lib/files/store'
import type { Actor } from '@/lib/identity/actor'
import { LETTER_FORMS, letterKindOf } from '@/lib/letters/letter-kinds'
import { type LetterJob, letterEvent } from '@/lib/letters/sign-letter'
import { clock } from '@/lib/server/business-clock'
import { configuredTrust } from '@/lib/signing/configured-trust'
import { signPdf } from '@/lib/signing/sign-pdf'
import { NUMBER_AND_DATE, verifyPdf } from '@/lib/signing/verify-pdf'

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
  const bytes = await sealedBytes({ document, number })
  await refuseUnverifiable(bytes)
  await issue({ document, number }, await storePdf(bytes))
}

async function sealedBytes({ document, number }: Sealing): Promise<Uint8Array> {
  const signed = await findDocumentFile(db, document.id, 'signed')
  const file = signed && (await findFile(db, signed.fileId))
  if (!file) throw new Error('the leader has not signed')
  const agency = await getAgency(db, number.agencyId)
  const fills = licenceFills(number.number, number.issuedOn)
  if (!fills.ok) throw new Error(`the number ${number.number} cannot be printed`)
  const sealed = await signPdf(
    await readFileBytes(file.storageKey),
    {
      // Signing time is real time, as its time stamp is; the date of issue comes from the law's clock.
      at: new Date(),
      fills: fills.value,
      picture: await drawSealImage(agency.nameVi),
      reason: 'Cấp số, ngày và đóng dấu của cơ quan',
      location: agency.place,
    },
    { signer: agencySigner(agency.sealKeyId, 'seal'), timestamper: timestamper() },
  )
  if (!sealed.ok) throw new Error(`the letter was not sealed: ${sealed.refusal.code}`)
  return sealed.value
}

async function refuseUnverifiable(bytes: Uint8Array): Promise<void> {
  const { verdict, reasons } = verifyPdf(bytes, {
    trust: await configuredTrust(),
    at: new Date(),
    allowedFills: NUMBER_AND_DATE,
    requiredRoles: ['leader', 'seal'],
  })
  if (verdict !== 'valid')
    throw new Error(`our own verifier says ${verdict}: ${reasons.join(', ')}`)
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
