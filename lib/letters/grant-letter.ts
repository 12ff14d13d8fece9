import { inTransaction, type Transaction } from '@/db/client'
import { changeDocument } from '@/db/queries/documents'
import type { DossierRow } from '@/db/queries/dossiers'
import { findCaseFile } from '@/lib/casework/case-file'
import type { StepUpProof } from '@/lib/casework/event-details'
import type { EventRefusal, RecordedEvent } from '@/lib/casework/perform-event'
import { rollBackOnRefusal } from '@/lib/casework/roll-back'
import { capacityOf } from '@/lib/dossiers/act-with-words'
import { approvalSubject } from '@/lib/dossiers/approve-dossier'
import type { OfficeAct } from '@/lib/dossiers/office-act'
import { type CodeRefusal, consumeOneTimeCode } from '@/lib/identity/one-time-code'
import { draftLetter, type LetterDraft } from '@/lib/letters/draft-letter'
import { LETTER_FORMS, type LetterKind } from '@/lib/letters/letter-kinds'
import type { JobPromise } from '@/lib/shared/job-kinds'
import { accept, type Result, refuse } from '@/lib/shared/result'

export type LetterAct = OfficeAct & {
  /** The hash of the letter the leader looked at; another letter needs another look. */
  contentHash: string
  code: string
}
export type LetterActRefusal =
  | EventRefusal
  | CodeRefusal
  | { code: 'draft-changed' }
  | { code: 'nothing-to-sign' }

/** What the event of the act is raised with. */
export type Granting = {
  tx: Transaction
  dossier: DossierRow
  draft: LetterDraft
  stepUp: StepUpProof
  jobs: (event: RecordedEvent) => JobPromise[]
}

/**
 * The leader signs a letter in one act (Decree 30/2020 Art. 13, 18): a fresh code proves the person, the
 * letter is frozen as looked at, and a job makes the signature with the leader's key. `raise` decides
 * and records the event; whatever it refuses leaves nothing behind.
 */
export function grantLetter<Refusal>(
  act: LetterAct,
  kind: LetterKind,
  raise: (granting: Granting) => Promise<Result<RecordedEvent, EventRefusal | Refusal>>,
): Promise<Result<RecordedEvent, LetterActRefusal | Refusal>> {
  return rollBackOnRefusal<RecordedEvent, LetterActRefusal | Refusal>((orRollBack) =>
    inTransaction(async (tx) => {
      const file = await findCaseFile(tx, act.actor, { ...act, right: 'view-papers' })
      if (!file.ok) return file
      const stepUp = await spendCode(tx, act, LETTER_FORMS[kind].granted)
      // Not rolled back: a wrong try must stay counted.
      if (!stepUp.ok) return stepUp
      const { dossier } = file.value
      const draft = await draftLetter(tx, kind, { dossier, signer: capacityOf(act) })
      if (!draft) return orRollBack(refuse({ code: 'nothing-to-sign' as const }))
      const jobs = (event: RecordedEvent) => [signing(dossier.id, event)]
      const event = orRollBack(await raise({ tx, dossier, draft, stepUp: stepUp.value, jobs }))
      orRollBack(sameLetter(draft, act.contentHash))
      await changeDocument(tx, draft.document.id, { data: draft.data })
      return accept(event)
    }),
  )
}

function spendCode(
  tx: Transaction,
  { actor, dossierId, contentHash, code }: LetterAct,
  purpose: 'grant-extension' | 'confirm-stop',
): Promise<Result<StepUpProof, CodeRefusal>> {
  const personId = actor.kind === 'person' ? actor.personId : ''
  const subject = approvalSubject(dossierId, contentHash)
  return consumeOneTimeCode(tx, { personId, purpose, subject, code })
}

function signing(dossierId: string, { id }: RecordedEvent): JobPromise {
  return { kind: 'sign-letter', payload: { dossierId, eventId: id }, key: `${id}:sign-letter` }
}

function sameLetter(
  draft: LetterDraft,
  hash: string,
): Result<undefined, { code: 'draft-changed' }> {
  return draft.contentHash === hash ? accept(undefined) : refuse({ code: 'draft-changed' })
}
