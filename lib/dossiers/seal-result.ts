import { db, inTransaction } from '@/db/client'
import { getAgency } from '@/db/queries/agencies'
import {
  changeDocument,
  type DocumentNumberRow,
  type DocumentRow,
  findDocument,
  findDocumentFile,
  findDocumentNumber,
} from '@/db/queries/documents'
import { type DossierRow, findDossier } from '@/db/queries/dossiers'
import { findFile } from '@/db/queries/files'
import { insertLicence } from '@/db/queries/registry'
import { performEvent } from '@/lib/casework/perform-event'
import { licenceFills } from '@/lib/documents/field-fill'
import { drawSealImage } from '@/lib/documents/images/seal-image'
import { licenceDataSchema } from '@/lib/documents/licence-data'
import { agencySigner, timestamper } from '@/lib/dossiers/agency-signer'
import { keepDocumentFile, type StoredPdf, storePdf } from '@/lib/dossiers/keep-document-file'
import { replaceWrongResult } from '@/lib/dossiers/outcomes/replace-wrong-result'
import type { SigningJob } from '@/lib/dossiers/sign-result'
import { readFileBytes } from '@/lib/files/store'
import type { Actor } from '@/lib/identity/actor'
import { clock } from '@/lib/server/business-clock'
import { newId } from '@/lib/shared/ids'
import { configuredTrust } from '@/lib/signing/configured-trust'
import { signPdf } from '@/lib/signing/sign-pdf'
import { NUMBER_AND_DATE, verifyPdf } from '@/lib/signing/verify-pdf'

const JOB: Actor = { kind: 'system', job: 'seal-result' }

type Sealing = { dossier: DossierRow; document: DocumentRow; number: DocumentNumberRow }

/**
 * The job behind the clerk's act: fills number and date, adds the agency's seal in the same revision,
 * lets our own verifier judge the file, and only then stores, registers and issues it. It may run again
 * after any crash: the number was given once with the act, and one file counts.
 */
export async function sealResult({ dossierId }: SigningJob): Promise<void> {
  const sealing = await getSealing(dossierId)
  if (await findDocumentFile(db, sealing.document.id, 'issued')) return
  const bytes = await sealedBytes(sealing)
  await refuseUnverifiable(bytes)
  await issue(sealing, await storePdf(bytes))
}

async function getSealing(dossierId: string): Promise<Sealing> {
  const dossier = await findDossier(db, dossierId)
  const document = await findDocument(db, dossierId, 'licence')
  const number = document && (await findDocumentNumber(db, document.id))
  if (!dossier || !document || !number) throw new Error(`dossier ${dossierId} has no number yet`)
  return { dossier, document, number }
}

async function sealedBytes({ dossier, document, number }: Sealing): Promise<Uint8Array> {
  const signed = await findDocumentFile(db, document.id, 'signed')
  const file = signed && (await findFile(db, signed.fileId))
  if (!file) throw new Error('the leader has not signed')
  const agency = await getAgency(db, dossier.solvingAgencyId)
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
  if (!sealed.ok) throw new Error(`the licence was not sealed: ${sealed.refusal.code}`)
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

async function issue({ dossier, document, number }: Sealing, pdf: StoredPdf): Promise<void> {
  const at = clock.now()
  const documentId = document.id
  const name = `${number.number.replace('/', '-')}.pdf`
  await inTransaction(async (tx) => {
    const mine = await keepDocumentFile(tx, pdf, { documentId, stage: 'issued', name, at })
    if (!mine) return
    await changeDocument(tx, documentId, { state: 'issued' })
    const licenceId = newId()
    await insertLicence(tx, licenceRow({ dossier, document, number }, { licenceId, at }))
    await replaceWrongResult(tx, { newDocumentId: documentId, at })
    const raised = await performEvent(tx, {
      dossierId: dossier.id,
      event: 'issue',
      actor: JOB,
      at,
      details: { documentId, fileHash: pdf.sha256, licenceId },
      changes: { deliveryState: 'ready' },
    })
    if (!raised.ok) throw new Error(`issue was refused: ${raised.refusal.code}`)
  })
}

function licenceRow(
  { dossier, document, number }: Sealing,
  { licenceId, at }: { licenceId: string; at: Date },
) {
  const data = licenceDataSchema.parse(document.data)
  return {
    rowId: newId(),
    licenceId,
    kind: 'operating-licence' as const,
    number: number.number,
    agencyId: dossier.solvingAgencyId,
    documentId: document.id,
    holderName: dossier.ownerName,
    fields: data.fields.map(({ label, value }, at) => ({ key: `field-${at + 1}`, label, value })),
    status: 'in-force' as const,
    validFrom: number.issuedOn,
    validTo: null,
    recordedAt: at,
    supersededAt: null,
  }
}
