import { db, inTransaction, type Transaction } from '@/db/client'
import { insertOpinion } from '@/db/queries/casework'
import { findDocument } from '@/db/queries/documents'
import { type DossierRow, findDossier } from '@/db/queries/dossiers'
import { findProposal } from '@/db/queries/outcomes'
import type { StepUpProof } from '@/lib/casework/event-details'
import { type EventRefusal, performEvent, type RecordedEvent } from '@/lib/casework/perform-event'
import { rollBackOnRefusal } from '@/lib/casework/roll-back'
import { postOf } from '@/lib/dossiers/act-with-words'
import { approvalSubject } from '@/lib/dossiers/approve-dossier'
import type { OfficeAct } from '@/lib/dossiers/office-act'
import type { RefusalDraft } from '@/lib/dossiers/outcomes/refusal-grounds'
import { draftOf } from '@/lib/dossiers/outcomes/speak-refusal'
import { type CodeRefusal, consumeOneTimeCode } from '@/lib/identity/one-time-code'
import { saltedHash } from '@/lib/ledger/chain'
import { newId } from '@/lib/shared/ids'
import { accept, type Result, refuse } from '@/lib/shared/result'

export type RefusalApproval = OfficeAct & {
  /** The hash of the reasons the leader looked at; other reasons need another look. */
  contentHash: string
  code: string
  comment: string
}
type NotApprovable = { code: 'draft-changed' } | { code: 'proposed-to-grant' }
export type RefusalApprovalRefusal = EventRefusal | CodeRefusal | NotApprovable

/**
 * The leader approves the negative result with its reasons, by a fresh code (Decree 118/2025 Art. 19.3);
 * the desk then signs and sends slip 03.
 */
export function approveRefusal(
  act: RefusalApproval,
): Promise<Result<RecordedEvent, RefusalApprovalRefusal>> {
  return rollBackOnRefusal<RecordedEvent, RefusalApprovalRefusal>((orRollBack) =>
    inTransaction(async (tx) => {
      const dossier = await findDossier(tx, act.dossierId)
      if (!dossier || act.actor.kind !== 'person') return refuse({ code: 'not-found' })
      const code = await consumeOneTimeCode(tx, {
        personId: act.actor.personId,
        purpose: 'approve-refusal',
        subject: approvalSubject(dossier.id, act.contentHash),
        code: act.code,
      })
      // Not rolled back: a wrong try must stay counted.
      if (!code.ok) return code
      const event = orRollBack(await raise(tx, act, { dossier, stepUp: code.value }))
      orRollBack(await asLookedAt(tx, dossier, act.contentHash))
      return accept(event)
    }),
  )
}

async function raise(
  tx: Transaction,
  act: RefusalApproval,
  { dossier, stepUp }: { dossier: DossierRow; stepUp: StepUpProof },
): Promise<Result<RecordedEvent, EventRefusal>> {
  const text = act.comment.normalize('NFC').trim()
  const opinionId = newId()
  const event = await performEvent(tx, {
    ...act,
    event: 'approve-refusal',
    stepUp,
    details: { opinionId, textHash: saltedHash(dossier.salt, text) },
  })
  if (!event.ok) return event
  await insertOpinion(tx, {
    id: opinionId,
    dossierId: dossier.id,
    seq: event.value.seq,
    kind: 'confirmation',
    text,
    postId: postOf(act),
    public: false,
    at: act.at,
  })
  return event
}

async function asLookedAt(
  tx: Transaction,
  dossier: DossierRow,
  contentHash: string,
): Promise<Result<undefined, NotApprovable>> {
  if ((await findProposal(tx, dossier.id)) !== 'refuse')
    return refuse({ code: 'proposed-to-grant' })
  const draft = draftOf(await findDocument(tx, dossier.id, 'refusal-slip'))
  return hashOf(dossier, draft) === contentHash
    ? accept(undefined)
    : refuse({ code: 'draft-changed' })
}

/** The reasons that lie before the leader, with the hash that the code is bound to. */
export async function findRefusalDraft(
  dossierId: string,
): Promise<{ draft: RefusalDraft; contentHash: string } | undefined> {
  const dossier = await findDossier(db, dossierId)
  if (!dossier || (await findProposal(db, dossierId)) !== 'refuse') return undefined
  const draft = draftOf(await findDocument(db, dossierId, 'refusal-slip'))
  return { draft, contentHash: hashOf(dossier, draft) }
}

function hashOf(dossier: DossierRow, draft: RefusalDraft): string {
  return saltedHash(dossier.salt, draft)
}
