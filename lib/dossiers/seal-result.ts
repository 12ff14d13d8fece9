import { db, inTransaction } from '@/db/client'
import { getDefinition } from '@/db/queries/definitions'
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
import { getProcedureBody } from '@/lib/casework/definitions'
import { performEvent } from '@/lib/casework/perform-event'
import { addMonths } from '@/lib/deadlines/day'
import { licenceDataSchema } from '@/lib/documents/licence-data'
import { keepDocumentFile, type StoredPdf, storePdf } from '@/lib/dossiers/keep-document-file'
import { replaceWrongResult } from '@/lib/dossiers/outcomes/replace-wrong-result'
import { sealDocument } from '@/lib/dossiers/seal-document'
import type { SigningJob } from '@/lib/dossiers/sign-result'
import type { Actor } from '@/lib/identity/actor'
import type { ResultRules } from '@/lib/procedures/shape/result'
import { clock } from '@/lib/server/business-clock'
import { newId } from '@/lib/shared/ids'

const JOB: Actor = { kind: 'system', job: 'seal-result' }

type Sealing = {
  dossier: DossierRow
  document: DocumentRow
  number: DocumentNumberRow
  result: ResultRules
}

/**
 * The job behind the clerk's act: fills number and date, adds the agency's seal in the same revision,
 * lets our own verifier judge the file, and only then stores, registers and issues it. It may run again
 * after any crash: the number was given once with the act, and one file counts.
 */
export async function sealResult({ dossierId }: SigningJob): Promise<void> {
  const sealing = await getSealing(dossierId)
  if (await findDocumentFile(db, sealing.document.id, 'issued')) return
  const { dossier, document, number } = sealing
  const bytes = await sealDocument({ document, number, agencyId: dossier.solvingAgencyId })
  await issue(sealing, await storePdf(bytes))
}

async function getSealing(dossierId: string): Promise<Sealing> {
  const dossier = await findDossier(db, dossierId)
  const document = await findDocument(db, dossierId, 'licence')
  const number = document && (await findDocumentNumber(db, document.id))
  if (!dossier || !document || !number) throw new Error(`dossier ${dossierId} has no number yet`)
  const version = await getDefinition(db, dossier.procedureVersionId)
  return { dossier, document, number, result: getProcedureBody(version).result }
}

async function issue(sealing: Sealing, pdf: StoredPdf): Promise<void> {
  const { dossier, document, number } = sealing
  const at = clock.now()
  const documentId = document.id
  const name = `${number.number.replaceAll('/', '-')}.pdf`
  await inTransaction(async (tx) => {
    const mine = await keepDocumentFile(tx, pdf, { documentId, stage: 'issued', name, at })
    if (!mine) return
    await changeDocument(tx, documentId, { state: 'issued' })
    const licenceId = newId()
    await insertLicence(tx, licenceRow(sealing, { licenceId, at }))
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
  { dossier, document, number, result }: Sealing,
  { licenceId, at }: { licenceId: string; at: Date },
) {
  const data = licenceDataSchema.parse(document.data)
  return {
    rowId: newId(),
    licenceId,
    kind: result.template,
    number: number.number,
    agencyId: dossier.solvingAgencyId,
    documentId: document.id,
    holderName: dossier.ownerName,
    fields: data.fields.map(({ label, value }, at) => ({ key: `field-${at + 1}`, label, value })),
    status: 'in-force' as const,
    validFrom: number.issuedOn,
    // Civil Code 2015 Art. 148: a term of months or years ends on the day of that number.
    validTo: result.validMonths === null ? null : addMonths(number.issuedOn, result.validMonths),
    recordedAt: at,
    supersededAt: null,
  }
}
