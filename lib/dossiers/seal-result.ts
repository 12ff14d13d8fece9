import { db, inTransaction, type Transaction } from '@/db/client'
import {
  changeDocument,
  type DocumentNumberRow,
  type DocumentRow,
  findDocument,
  findDocumentFile,
  findDocumentNumber,
} from '@/db/queries/documents'
import { type DossierRow, findDossier } from '@/db/queries/dossiers'
import { insertLicence } from '@/db/queries/registry'
import { procedureOfVersion } from '@/lib/casework/definitions'
import { performEvent } from '@/lib/casework/perform-event'
import { addMonths } from '@/lib/deadlines/day'
import { licenceDataSchema } from '@/lib/documents/licence-data'
import { decidedCompanion } from '@/lib/dossiers/decided-companion'
import { keepDocumentFile, type StoredPdf, storePdf } from '@/lib/dossiers/keep-document-file'
import { replaceWrongResult } from '@/lib/dossiers/outcomes/replace-wrong-result'
import { sealDocument } from '@/lib/dossiers/seal-document'
import type { SigningJob } from '@/lib/dossiers/sign-result'
import type { Actor } from '@/lib/identity/actor'
import type { CompanionRules, ResultRules } from '@/lib/procedures/shape/result'
import { clock } from '@/lib/server/business-clock'
import { newId } from '@/lib/shared/ids'

const JOB: Actor = { kind: 'system', job: 'seal-result' }

type Numbered = {
  document: DocumentRow
  number: DocumentNumberRow
  printed: ResultRules | CompanionRules
}
type Sealing = { dossier: DossierRow; licence: Numbered; companion: Numbered | undefined }
type Sealed = Numbered & { pdf: StoredPdf; licenceId: string }

/**
 * The job behind the clerk's act: fills number and date, adds the agency's seal in the same revision,
 * lets our own verifier judge the file, and only then stores, registers and issues it, together with what
 * was decided with it. It may run again after any crash: the numbers were given once with the act, and one
 * file counts.
 */
export async function sealResult({ dossierId }: SigningJob): Promise<void> {
  const sealing = await getSealing(dossierId)
  const { dossier, licence, companion } = sealing
  if (await findDocumentFile(db, licence.document.id, 'issued')) return
  const sealed = await seal(dossier, licence)
  await issue(dossier, sealed, companion && (await seal(dossier, companion)))
}

async function getSealing(dossierId: string): Promise<Sealing> {
  const dossier = await findDossier(db, dossierId)
  const document = await findDocument(db, dossierId, 'licence')
  const number = document && (await findDocumentNumber(db, document.id))
  if (!dossier || !document || !number) throw new Error(`dossier ${dossierId} has no number yet`)
  const { result } = await procedureOfVersion(db, dossier.procedureVersionId)
  const licence = { document, number, printed: result }
  return { dossier, licence, companion: await numberedCompanion(document, result) }
}

async function numberedCompanion(
  licence: DocumentRow,
  { companion: printed }: ResultRules,
): Promise<Numbered | undefined> {
  const document = printed && (await decidedCompanion(db, licence))
  if (!document) return undefined
  const number = await findDocumentNumber(db, document.id)
  if (!number) throw new Error(`document ${document.id} has no number yet`)
  return { document, number, printed }
}

async function seal({ solvingAgencyId }: DossierRow, numbered: Numbered): Promise<Sealed> {
  const bytes = await sealDocument({ ...numbered, agencyId: solvingAgencyId })
  return { ...numbered, pdf: await storePdf(bytes), licenceId: newId() }
}

async function issue(
  dossier: DossierRow,
  licence: Sealed,
  companion: Sealed | undefined,
): Promise<void> {
  const at = clock.now()
  await inTransaction(async (tx) => {
    if (!(await register(tx, dossier, { ...licence, at }))) return
    if (companion) await register(tx, dossier, { ...companion, at })
    await replaceWrongResult(tx, {
      licence: licence.document,
      companion: companion?.document,
      at,
    })
    const raised = await performEvent(tx, {
      dossierId: dossier.id,
      event: 'issue',
      actor: JOB,
      at,
      details: { ...issued(licence), ...(companion && { companion: issued(companion) }) },
      changes: { deliveryState: 'ready' },
    })
    if (!raised.ok) throw new Error(`issue was refused: ${raised.refusal.code}`)
  })
}

function issued({ document, pdf, licenceId }: Sealed) {
  return { documentId: document.id, fileHash: pdf.sha256, licenceId }
}

/** File, state and row of the register; false when another run of the job was first. */
async function register(
  tx: Transaction,
  dossier: DossierRow,
  sealed: Sealed & { at: Date },
): Promise<boolean> {
  const { document, number, pdf, at } = sealed
  const documentId = document.id
  const name = `${number.number.replaceAll('/', '-')}.pdf`
  const mine = await keepDocumentFile(tx, pdf, { documentId, stage: 'issued', name, at })
  if (!mine) return false
  await changeDocument(tx, documentId, { state: 'issued' })
  await insertLicence(tx, licenceRow(dossier, sealed))
  return true
}

function licenceRow(
  dossier: DossierRow,
  { document, number, printed, licenceId, at }: Sealed & { at: Date },
) {
  const data = licenceDataSchema.parse(document.data)
  const validMonths = 'validMonths' in printed ? printed.validMonths : null
  return {
    rowId: newId(),
    licenceId,
    kind: printed.template,
    number: number.number,
    agencyId: dossier.solvingAgencyId,
    documentId: document.id,
    holderName: dossier.ownerName,
    fields: data.fields.map(({ label, value }, at) => ({ key: `field-${at + 1}`, label, value })),
    status: 'in-force' as const,
    validFrom: number.issuedOn,
    // Civil Code 2015 Art. 148: a term of months or years ends on the day of that number.
    validTo: validMonths === null ? null : addMonths(number.issuedOn, validMonths),
    recordedAt: at,
    supersededAt: null,
  }
}
