import { inTransaction, type Transaction } from '@/db/client'
import { changeDocument, type DocumentRow, findDocument } from '@/db/queries/documents'
import { type DossierRow, findDossier } from '@/db/queries/dossiers'
import { findProposal } from '@/db/queries/outcomes'
import type { StepUpProof } from '@/lib/casework/event-details'
import { type EventRefusal, performEvent, type RecordedEvent } from '@/lib/casework/perform-event'
import { rollBackOnRefusal } from '@/lib/casework/roll-back'
import { capacityOf } from '@/lib/dossiers/act-with-words'
import { type DraftResult, draftResult } from '@/lib/dossiers/draft-result'
import type { OfficeAct } from '@/lib/dossiers/office-act'
import { type CodeRefusal, consumeOneTimeCode } from '@/lib/identity/one-time-code'
import { accept, type Result, refuse } from '@/lib/shared/result'

export type Approval = OfficeAct & {
  /** The hash of the draft the leader looked at; another draft needs another look. */
  contentHash: string
  code: string
}
export type ApprovalRefusal =
  | EventRefusal
  | CodeRefusal
  | { code: 'draft-changed' }
  | { code: 'proposed-to-refuse' }

/** What the leader's one-time code is bound to: this act, on this draft, of this dossier. */
export function approvalSubject(dossierId: string, contentHash: string): string {
  return `${dossierId}:${contentHash}`
}

/**
 * The leader approves and signs in one act (Decree 30/2020 Art. 18): the draft is frozen as looked at, a
 * fresh code proves the person, and the signature itself is made by a job with the leader's key.
 */
export function approveDossier(act: Approval): Promise<Result<RecordedEvent, ApprovalRefusal>> {
  return rollBackOnRefusal<RecordedEvent, ApprovalRefusal>((orRollBack) =>
    inTransaction(async (tx) => {
      const dossier = await findDossier(tx, act.dossierId)
      if (!dossier || act.actor.kind !== 'person') return refuse({ code: 'not-found' })
      const code = await consumeOneTimeCode(tx, {
        personId: act.actor.personId,
        purpose: 'approve',
        subject: approvalSubject(dossier.id, act.contentHash),
        code: act.code,
      })
      // Not rolled back: a wrong try must stay counted.
      if (!code.ok) return code
      const proposed = await proposedLicence(tx, dossier)
      if (!proposed.ok) return proposed
      const document = proposed.value
      const event = orRollBack(await raiseApprove(tx, act, { document, stepUp: code.value }))
      const draft = await draftResult(tx, { dossier, document, signer: capacityOf(act) })
      orRollBack(sameDraft(draft, act.contentHash))
      await freeze(tx, document, draft)
      return accept(event)
    }),
  )
}

/** From here on the words are kept: what is signed is what was looked at, and what is due was decided. */
async function freeze(
  tx: Transaction,
  { id }: DocumentRow,
  { data, companion }: DraftResult,
): Promise<void> {
  await changeDocument(tx, id, { data })
  if (companion) await changeDocument(tx, companion.documentId, { data: companion.data })
}

async function proposedLicence(
  tx: Transaction,
  { id, state }: DossierRow,
): Promise<Result<DocumentRow, ApprovalRefusal>> {
  if ((await findProposal(tx, id)) === 'refuse') return refuse({ code: 'proposed-to-refuse' })
  const document = await findDocument(tx, id, 'licence')
  if (!document) return refuse({ code: 'illegal-event', from: state, event: 'approve' })
  return accept(document)
}

function raiseApprove(
  tx: Transaction,
  act: Approval,
  { document, stepUp }: { document: DocumentRow; stepUp: StepUpProof },
) {
  return performEvent(tx, {
    ...act,
    event: 'approve',
    stepUp,
    details: { documentId: document.id, contentHash: act.contentHash },
    jobs: (event) => [
      {
        kind: 'sign-result',
        payload: { dossierId: act.dossierId, eventId: event.id },
        key: `${event.id}:sign-result`,
      },
    ],
  })
}

function sameDraft(draft: DraftResult, hash: string): Result<undefined, { code: 'draft-changed' }> {
  return draft.contentHash === hash ? accept(undefined) : refuse({ code: 'draft-changed' })
}
