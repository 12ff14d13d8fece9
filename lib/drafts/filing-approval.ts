import { db, inTransaction, type Transaction } from '@/db/client'
import { type DraftRow, findOwnDraft, findOwnDraftForUpdate } from '@/db/queries/drafts'
import {
  closeRequests,
  decideRequest,
  type FilingRequest,
  findNewestRequest,
  insertRequest,
} from '@/db/queries/filing-requests'
import { findRepresentatives } from '@/db/queries/memberships'
import { draftOwner } from '@/lib/casework/draft-owner'
import { tellMembers } from '@/lib/casework/tell-members'
import { type ContentRefusal, placeOfRequest, readFiling } from '@/lib/drafts/filing-content'
import type { WantedPlace } from '@/lib/drafts/place-of-filing'
import type { PersonActor } from '@/lib/identity/actor'
import { reachOf } from '@/lib/identity/member-rights'
import type { WorkspaceRight } from '@/lib/identity/member-rows'
import { newId } from '@/lib/shared/ids'
import { accept, type Result, refuse } from '@/lib/shared/result'

export type ApprovalRefusal =
  | ContentRefusal
  | { code: 'not-found' | 'draft-submitted' | 'reason-missing' }
  /** Another representative was faster, or a newer request stands. */
  | { code: 'approval-decided' }
  /** The draft is not the one that was put before the representative. */
  | { code: 'approval-dropped' }

type About = { draftId: string; at: Date }

/** Puts exactly what the draft says now before the representative; an earlier request gives way. */
export function askApproval(
  actor: PersonActor,
  { draftId, place, at }: About & { place?: WantedPlace },
): Promise<Result<undefined, ApprovalRefusal>> {
  return inTransaction(async (tx): Promise<Result<undefined, ApprovalRefusal>> => {
    const found = await findForApproval(tx, actor, { draftId, right: 'ask-approval' })
    if (!found.ok) return found
    const { draft, organisationId } = found.value
    const content = await readFiling(tx, draft, { place, sender: actor.personId, at })
    if (!content.ok) return content
    await closeRequests(tx, draftId, 'replaced')
    await insertRequest(tx, {
      id: newId(),
      draftId,
      digest: content.value.digest,
      receivingAgencyId: place?.receivingAgencyId ?? null,
      supportPlace: place?.supportPlace ?? '',
      state: 'asked',
      askedBy: actor.personId,
      askedAt: at,
    })
    const representatives = await findRepresentatives(tx, organisationId, at)
    await tellMembers(tx, {
      organisationId,
      to: representatives.map(({ personId }) => personId),
      kind: 'approval-asked',
      draftId,
      byPersonId: actor.personId,
      at,
    })
    return accept(undefined)
  })
}

export type Decision = { approves: true } | { approves: false; reason: string }

/**
 * The representative's word about a request: approval of exactly what was put before them, or its return
 * with a reason. Of two at once one decides; the other is told.
 */
export function decideFiling(
  actor: PersonActor,
  { draftId, requestId, decision, at }: About & { requestId: string; decision: Decision },
): Promise<Result<undefined, ApprovalRefusal>> {
  return inTransaction(async (tx): Promise<Result<undefined, ApprovalRefusal>> => {
    const found = await findForApproval(tx, actor, { draftId, right: 'approve-filing' })
    if (!found.ok) return found
    const { draft, organisationId } = found.value
    const request = await findNewestRequest(tx, draftId)
    if (request?.id !== requestId || request.state !== 'asked')
      return refuse({ code: 'approval-decided' })
    const sound = await judge(tx, { draft, request, decision, sender: actor.personId, at })
    if (!sound.ok) return sound
    await decideRequest(tx, requestId, {
      ...outcomeOf(decision),
      decidedBy: actor.personId,
      decidedAt: at,
    })
    await tellMembers(tx, {
      organisationId,
      to: [request.askedBy],
      kind: decision.approves ? 'approval-given' : 'approval-refused',
      draftId,
      byPersonId: actor.personId,
      at,
    })
    return accept(undefined)
  })
}

function outcomeOf(decision: Decision) {
  if (decision.approves) return { state: 'approved' as const, reason: null }
  return { state: 'returned' as const, reason: decision.reason.trim() }
}

type Judged = {
  draft: DraftRow
  request: FilingRequest
  decision: Decision
  sender: string
  at: Date
}

async function judge(
  tx: Transaction,
  { draft, request, decision, sender, at }: Judged,
): Promise<Result<undefined, ApprovalRefusal>> {
  if (!decision.approves)
    return decision.reason.trim() === '' ? refuse({ code: 'reason-missing' }) : accept(undefined)
  const content = await readFiling(tx, draft, { place: placeOfRequest(request), sender, at })
  if (!content.ok) return content
  return content.value.digest === request.digest
    ? accept(undefined)
    : refuse({ code: 'approval-dropped' })
}

type Found = { draft: DraftRow; organisationId: string }

/** The draft of a new dossier, locked, for somebody of its organisation who holds the right. */
async function findForApproval(
  tx: Transaction,
  actor: PersonActor,
  { draftId, right }: { draftId: string; right: WorkspaceRight },
): Promise<Result<Found, ApprovalRefusal>> {
  const owner = draftOwner(actor, right)
  const draft = owner && (await findOwnDraftForUpdate(tx, owner, draftId))
  const organisationId = draft?.organisationId
  if (!draft || !organisationId || draft.changesDossierId) return refuse({ code: 'not-found' })
  if (draft.submittedDossierId) return refuse({ code: 'draft-submitted' })
  return accept({ draft, organisationId })
}

/** How a draft stands with its organisation's representative. */
export type FilingStanding = {
  /** How this actor may file: by themselves, after approval, or not at all. */
  way: 'own' | 'approval' | 'none'
  mayDecide: boolean
  request:
    | (Pick<
        FilingRequest,
        'id' | 'askedByName' | 'askedAt' | 'decidedByName' | 'decidedAt' | 'reason'
      > & {
        state: 'asked' | 'approved' | 'returned'
        /** Whether the draft still says what was put before the representative. */
        stands: boolean
        place: WantedPlace
      })
    | null
}

/** What the page before filing says about approval; the use cases decide again. */
export async function viewFiling(
  actor: PersonActor,
  { draftId, at }: About,
): Promise<FilingStanding> {
  const owner = draftOwner(actor, 'view-drafts')
  const draft = owner && (await findOwnDraft(db, owner, draftId))
  const nothing = { way: wayOf(actor), mayDecide: false, request: null }
  if (!draft?.organisationId || draft.changesDossierId) return nothing
  const mayDecide = reachOf(actor, 'approve-filing') === 'all'
  const request = await findNewestRequest(db, draftId)
  if (!request || !isShown(request.state)) return { ...nothing, mayDecide }
  const place = placeOfRequest(request)
  const content = await inTransaction((tx) =>
    readFiling(tx, draft, { place, sender: actor.personId, at }),
  )
  const stands = content.ok && content.value.digest === request.digest
  return { ...nothing, mayDecide, request: { ...request, state: request.state, stands, place } }
}

function wayOf(actor: PersonActor): FilingStanding['way'] {
  if (reachOf(actor, 'submit') === 'all') return 'own'
  return reachOf(actor, 'ask-approval') === 'all' ? 'approval' : 'none'
}

const SHOWN = ['asked', 'approved', 'returned'] as const

function isShown(state: FilingRequest['state']): state is (typeof SHOWN)[number] {
  return SHOWN.some((shown) => shown === state)
}
