import { inTransaction, type Transaction } from '@/db/client'
import { type AgencyRow, getAgency } from '@/db/queries/agencies'
import { getDefinition } from '@/db/queries/definitions'
import {
  changeDocument,
  type DocumentRow,
  findDocument,
  findDocumentFile,
  insertDocumentNumber,
  takeOrdinal,
} from '@/db/queries/documents'
import { type DossierRow, findDossier, getAnswers } from '@/db/queries/dossiers'
import { getProcedureBody } from '@/lib/casework/definitions'
import type { StepUpProof } from '@/lib/casework/event-details'
import { type EventRefusal, performEvent, type RecordedEvent } from '@/lib/casework/perform-event'
import { rollBackOnRefusal } from '@/lib/casework/roll-back'
import { dayOf } from '@/lib/deadlines/day'
import type { OfficeAct } from '@/lib/dossiers/office-act'
import { type CodeRefusal, consumeOneTimeCode } from '@/lib/identity/one-time-code'
import { expandNumber } from '@/lib/procedures/result-number'
import { accept, type Result, refuse } from '@/lib/shared/result'

export type SealAct = OfficeAct & {
  /** SHA-256 of the signed file the clerk looked at. */
  fileHash: string
  code: string
}
export type SealRefusal = EventRefusal | CodeRefusal | { code: 'file-changed' }

/** What the clerk's one-time code is bound to: this dossier and this signed file. */
export function sealSubject(dossierId: string, fileHash: string): string {
  return `${dossierId}:${fileHash}`
}

/**
 * The records clerk gives number and date, in that moment and in one transaction, and authorises the
 * agency's seal (Decree 30/2020 Art. 15, 18, 32): a number exists only for a document that is issued.
 */
export function authoriseSeal(act: SealAct): Promise<Result<RecordedEvent, SealRefusal>> {
  return rollBackOnRefusal<RecordedEvent, SealRefusal>((orRollBack) =>
    inTransaction(async (tx) => {
      const dossier = await findDossier(tx, act.dossierId)
      if (!dossier || act.actor.kind !== 'person') return refuse({ code: 'not-found' })
      const code = await consumeOneTimeCode(tx, {
        personId: act.actor.personId,
        purpose: 'authorise-seal',
        subject: sealSubject(dossier.id, act.fileHash),
        code: act.code,
      })
      // Not rolled back: a wrong try must stay counted.
      if (!code.ok) return code
      const document = orRollBack(await signedDocument(tx, dossier, act.fileHash))
      const event = await raiseSeal(tx, act, { dossier, document, stepUp: code.value })
      return accept(orRollBack(event))
    }),
  )
}

type Sealing = { dossier: DossierRow; document: DocumentRow; stepUp: StepUpProof }

async function raiseSeal(tx: Transaction, act: SealAct, { dossier, document, stepUp }: Sealing) {
  const { number, issuedOn } = await giveNumber(tx, act, { dossier, document })
  return performEvent(tx, {
    ...act,
    event: 'authorise-seal',
    stepUp,
    details: { documentId: document.id, number, issuedOn },
    jobs: (event) => [
      {
        kind: 'seal-result',
        payload: { dossierId: act.dossierId, eventId: event.id },
        key: `${event.id}:seal-result`,
      },
    ],
  })
}

async function giveNumber(
  tx: Transaction,
  { at }: SealAct,
  { dossier, document }: Pick<Sealing, 'dossier' | 'document'>,
): Promise<{ number: string; issuedOn: string }> {
  const agency: AgencyRow = await getAgency(tx, dossier.solvingAgencyId)
  const version = await getDefinition(tx, dossier.procedureVersionId)
  const { number: pattern, template } = getProcedureBody(version).result
  const issuedOn = dayOf(at)
  const year = pattern.restart === 'yearly' ? Number(issuedOn.slice(0, 4)) : 0
  const series = { agencyId: agency.id, series: template, year }
  const ordinal = await takeOrdinal(tx, series)
  const number = expandNumber(pattern.format, {
    seq: ordinal,
    licenceSuffix: agency.licenceSuffix,
    issuedOn,
    answers: await getAnswers(tx, dossier.id),
  })
  await insertDocumentNumber(tx, { documentId: document.id, ...series, ordinal, number, issuedOn })
  await changeDocument(tx, document.id, { number, issuedOn })
  return { number, issuedOn }
}

async function signedDocument(
  tx: Transaction,
  dossier: DossierRow,
  fileHash: string,
): Promise<Result<DocumentRow, SealRefusal>> {
  const document = await findDocument(tx, dossier.id, 'licence')
  const file = document && (await findDocumentFile(tx, document.id, 'signed'))
  if (!document || !file)
    return refuse({ code: 'illegal-event', from: dossier.state, event: 'authorise-seal' })
  return file.sha256 === fileHash ? accept(document) : refuse({ code: 'file-changed' })
}
