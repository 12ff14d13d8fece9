import { inTransaction, type Transaction } from '@/db/client'
import { getAgency } from '@/db/queries/agencies'
import {
  changeDocument,
  type DocumentRow,
  findDocumentFile,
  findDocumentNumber,
  findDocuments,
  insertDocumentNumber,
  takeOrdinal,
} from '@/db/queries/documents'
import type { DossierRow } from '@/db/queries/dossiers'
import { findCaseFile } from '@/lib/casework/case-file'
import type { StepUpProof } from '@/lib/casework/event-details'
import { type EventRefusal, performEvent, type RecordedEvent } from '@/lib/casework/perform-event'
import { rollBackOnRefusal } from '@/lib/casework/roll-back'
import { dayOf } from '@/lib/deadlines/day'
import { type SealAct, sealSubject } from '@/lib/dossiers/authorise-seal'
import { type CodeRefusal, consumeOneTimeCode } from '@/lib/identity/one-time-code'
import { LETTER_FORMS, LETTER_KINDS, letterKindOf, letterNumber } from '@/lib/letters/letter-kinds'
import { accept, type Result, refuse } from '@/lib/shared/result'

export type LetterSealRefusal =
  | EventRefusal
  | CodeRefusal
  | { code: 'file-changed' }
  | { code: 'nothing-to-seal' }

/**
 * The records clerk gives a signed letter number and date, in that moment and in one transaction, and
 * authorises the agency's seal (Decree 30/2020 Art. 15, 18, 32). `fileHash` names the letter. Who signed
 * a letter of the dossier seals none.
 */
export function authoriseLetter(act: SealAct): Promise<Result<RecordedEvent, LetterSealRefusal>> {
  return rollBackOnRefusal<RecordedEvent, LetterSealRefusal>((orRollBack) =>
    inTransaction(async (tx) => {
      const file = await findCaseFile(tx, act.actor, { ...act, right: 'view-papers' })
      if (!file.ok) return file
      const { dossier } = file.value
      const code = await consumeOneTimeCode(tx, {
        personId: act.actor.kind === 'person' ? act.actor.personId : '',
        purpose: 'authorise-letter',
        subject: sealSubject(dossier.id, act.fileHash),
        code: act.code,
      })
      // Not rolled back: a wrong try must stay counted.
      if (!code.ok) return code
      const document = orRollBack(await signedLetter(tx, dossier, act.fileHash))
      const sealing = { dossier, document, stepUp: code.value }
      return accept(orRollBack(await raiseSeal(tx, act, sealing)))
    }),
  )
}

async function signedLetter(
  tx: Transaction,
  dossier: DossierRow,
  fileHash: string,
): Promise<Result<DocumentRow, LetterSealRefusal>> {
  const letters = (await findDocuments(tx, dossier.id)).filter(
    ({ kind, state }) => state === 'signed' && LETTER_KINDS.some((letter) => letter === kind),
  )
  for (const document of letters) {
    const file = await findDocumentFile(tx, document.id, 'signed')
    if (file?.sha256 !== fileHash) continue
    // The number stands while the seal is being made; a second one is never given.
    const numbered = await findDocumentNumber(tx, document.id)
    return numbered ? refuse({ code: 'nothing-to-seal' }) : accept(document)
  }
  return refuse({ code: letters.length > 0 ? 'file-changed' : 'nothing-to-seal' })
}

type Sealing = { dossier: DossierRow; document: DocumentRow; stepUp: StepUpProof }

async function raiseSeal(tx: Transaction, act: SealAct, { dossier, document, stepUp }: Sealing) {
  const { dossierId, actor, at, expectedVersion } = act
  const issuedOn = dayOf(at)
  const kind = letterKindOf(document)
  const agency = await getAgency(tx, dossier.solvingAgencyId)
  const year = Number(issuedOn.slice(0, 4))
  const series = { agencyId: agency.id, series: LETTER_FORMS[kind].series, year }
  const ordinal = await takeOrdinal(tx, series)
  const number = letterNumber(kind, { ordinal, agency })
  await insertDocumentNumber(tx, { documentId: document.id, ...series, ordinal, number, issuedOn })
  await changeDocument(tx, document.id, { number, issuedOn })
  return performEvent(tx, {
    dossierId,
    event: 'authorise-letter',
    actor,
    at,
    expectedVersion,
    stepUp,
    details: { documentId: document.id, number, issuedOn },
    jobs: ({ id }) => [
      { kind: 'seal-letter', payload: { dossierId, eventId: id }, key: `${id}:seal-letter` },
    ],
  })
}
