import { createHash } from 'node:crypto'
import { db, inTransaction, type Queryable, type Transaction } from '@/db/client'
import { type AgencyRow, getAgency } from '@/db/queries/agencies'
import {
  changeDocument,
  type DocumentRow,
  findDocument,
  findDocumentFile,
  insertDocumentNumber,
  takeOrdinal,
} from '@/db/queries/documents'
import { type DossierRow, findDossier, getAnswers } from '@/db/queries/dossiers'
import { procedureOfVersion } from '@/lib/casework/definitions'
import type { StepUpProof } from '@/lib/casework/event-details'
import { type EventRefusal, performEvent, type RecordedEvent } from '@/lib/casework/perform-event'
import { rollBackOnRefusal } from '@/lib/casework/roll-back'
import { dayOf } from '@/lib/deadlines/day'
import { decidedCompanion } from '@/lib/dossiers/decided-companion'
import type { ResultPart } from '@/lib/dossiers/find-draft'
import type { OfficeAct } from '@/lib/dossiers/office-act'
import { type CodeRefusal, consumeOneTimeCode } from '@/lib/identity/one-time-code'
import { expandNumber } from '@/lib/procedures/result-number'
import type { CompanionRules, ResultRules } from '@/lib/procedures/shape/result'
import { accept, type Result, refuse } from '@/lib/shared/result'

export type SealAct = OfficeAct & {
  /** SHA-256 of the signed file the clerk looked at; of two together where two are issued. */
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
  const { result } = await procedureOfVersion(tx, dossier.procedureVersionId)
  const { number, issuedOn } = await giveNumber(tx, act, { dossier, document, printed: result })
  const second = await decidedCompanion(tx, document)
  const printed = second && result.companion
  const companion = printed && (await giveNumber(tx, act, { dossier, document: second, printed }))
  return performEvent(tx, {
    ...act,
    event: 'authorise-seal',
    stepUp,
    details: {
      documentId: document.id,
      number,
      issuedOn,
      ...(second &&
        companion && { companion: { documentId: second.id, number: companion.number } }),
    },
    jobs: (event) => [
      {
        kind: 'seal-result',
        payload: { dossierId: act.dossierId, eventId: event.id },
        key: `${event.id}:seal-result`,
      },
    ],
  })
}

type Numbering = Pick<Sealing, 'dossier' | 'document'> & {
  printed: ResultRules | CompanionRules
}

async function giveNumber(
  tx: Transaction,
  { at }: SealAct,
  { dossier, document, printed }: Numbering,
): Promise<{ number: string; issuedOn: string }> {
  const agency: AgencyRow = await getAgency(tx, dossier.solvingAgencyId)
  const { number: pattern, template } = printed
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
  const signed = document && (await signedFiles(tx, document))
  if (!document || !signed)
    return refuse({ code: 'illegal-event', from: dossier.state, event: 'authorise-seal' })
  return signed.hash === fileHash ? accept(document) : refuse({ code: 'file-changed' })
}

export type SignedFiles = {
  /** SHA-256 of the signed licence; of the hashes of both, one after the other, where two were decided. */
  hash: string
  files: { part: ResultPart; fileId: string }[]
}

/** What the clerk looks at before sealing; undefined before it is signed. */
export async function findSigned(dossierId: string): Promise<SignedFiles | undefined> {
  const licence = await findDocument(db, dossierId, 'licence')
  return licence && signedFiles(db, licence)
}

async function signedFiles(tx: Queryable, licence: DocumentRow): Promise<SignedFiles | undefined> {
  const first = await findDocumentFile(tx, licence.id, 'signed')
  if (!first) return undefined
  const files: SignedFiles['files'] = [{ part: 'licence', fileId: first.fileId }]
  const companion = await decidedCompanion(tx, licence)
  if (!companion) return { hash: first.sha256, files }
  const second = await findDocumentFile(tx, companion.id, 'signed')
  if (!second) return undefined
  const hash = createHash('sha256').update(`${first.sha256}:${second.sha256}`).digest('hex')
  return { hash, files: [...files, { part: 'companion', fileId: second.fileId }] }
}
