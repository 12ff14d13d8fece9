import { afterTransaction, db, type Queryable, type Transaction } from '@/db/client'
import { addToYearFigures, moveCounters } from '@/db/queries/counters'
import {
  changeDossier,
  type DossierChanges,
  type DossierRow,
  findDossierForUpdate,
} from '@/db/queries/dossiers'
import {
  appendEvent,
  findConflicted,
  findPerformed,
  insertRefusedAttempt,
} from '@/db/queries/events'
import { promiseJobs } from '@/db/queries/jobs'
import { actorColumns } from '@/lib/casework/actor-columns'
import { type ClockOrders, clockChanges, dueMoved } from '@/lib/casework/case-clocks'
import { type StepDone, stepChanges, stepDone } from '@/lib/casework/case-steps'
import {
  type DueMoved,
  EVENT_DETAILS,
  EVENT_VERSION,
  type EventDetails,
  type StepUpProof,
} from '@/lib/casework/event-details'
import { figureChange } from '@/lib/casework/figures'
import { effectOn } from '@/lib/casework/filed-elsewhere'
import { counterChanges } from '@/lib/casework/queue-counters'
import type { Actor } from '@/lib/identity/actor'
import { type DossierFacts, may, maySee } from '@/lib/identity/permissions'
import { linkEvent } from '@/lib/ledger/chain'
import { newId } from '@/lib/shared/ids'
import type { JobPromise } from '@/lib/shared/job-kinds'
import { accept, type Result, refuse } from '@/lib/shared/result'
import { LICENCE_FLOW } from '@/lib/workflow/flows/licence'
import type { LicenceEvent } from '@/lib/workflow/flows/licence-events'
import { type LicenceState, NATIONAL_STATE } from '@/lib/workflow/flows/licence-states'
import { inTurn, type OutOfTurn } from '@/lib/workflow/passing-on'
import { type IllegalEvent, type Move, transition } from '@/lib/workflow/transition'

export type EventRequest<Event extends LicenceEvent> = {
  dossierId: string
  event: Event
  actor: Actor
  /** Business time: what the law counts from. */
  at: Date
  details: EventDetails<Event>
  /** Columns that this event sets besides state, clocks and counters. */
  changes?: DossierChanges
  /** What the clocks need to know of this event besides its time. */
  clock?: ClockOrders
  /** The version the actor looked at; a newer one means that somebody was faster. */
  expectedVersion?: number
  stepUp?: StepUpProof
  /** Jobs promised with the event; they see its id. */
  jobs?: (event: RecordedEvent) => JobPromise[]
}

export type RecordedEvent = { id: string; seq: number; state: LicenceState }

export type EventRefusal =
  | IllegalEvent
  | OutOfTurn
  | { code: 'not-found' }
  | { code: 'not-permitted'; event: LicenceEvent }
  | { code: 'step-up-required' }
  | { code: 'changed-meanwhile'; version: number }

/**
 * The only door through which a dossier changes: lock, permit, move, count, record, promise, all in
 * the caller's transaction. Returns the event's id and number. Refuses 'not-found' for whoever may
 * not know of the dossier; a refused event leaves nothing behind.
 */
export async function performEvent<Event extends LicenceEvent>(
  tx: Transaction,
  request: EventRequest<Event>,
): Promise<Result<RecordedEvent, EventRefusal>> {
  const dossier = await findDossierForUpdate(tx, request.dossierId)
  if (!dossier) return refuse({ code: 'not-found' })
  const move = permit(request, await factsOf(tx, dossier), dossier)
  if (!move.ok) {
    afterTransaction(tx, () => writeDown(request, dossier.state, move.refusal))
    return move
  }
  return accept(await record(tx, { dossier, request, move: move.value }))
}

/** What the permission table needs to know of a dossier. */
export async function factsOf(tx: Queryable, dossier: DossierRow): Promise<DossierFacts> {
  return {
    flow: dossier.flow,
    procedureKey: dossier.procedureKey,
    state: dossier.state,
    submitterPersonId: dossier.submitterPersonId,
    organisationId: dossier.organisationId,
    solvingAgencyId: dossier.solvingAgencyId,
    receivingAgencyId: dossier.receivingAgencyId,
    filedElsewhere: dossier.filedElsewhere,
    transferToAgencyId: dossier.transferToAgencyId,
    assigneePostId: dossier.assigneePostId,
    performed: await findPerformed(tx, dossier.id),
    conflictedPersonIds: await findConflicted(tx, dossier.id),
  }
}

/** A refused attempt is part of the story too; it stands beside the record, since it changed nothing. */
async function writeDown<Event extends LicenceEvent>(
  { actor, event, dossierId, at }: EventRequest<Event>,
  state: LicenceState,
  { code }: EventRefusal,
): Promise<void> {
  const { actorPersonId, actorPostId, actorJob } = actorColumns(actor)
  await insertRefusedAttempt(db, {
    id: newId(),
    dossierId,
    event,
    code,
    state,
    personId: actorPersonId,
    postId: actorPostId,
    job: actorJob,
    at,
  })
}

function permit<Event extends LicenceEvent>(
  request: EventRequest<Event>,
  facts: DossierFacts,
  dossier: DossierRow,
): Result<Move, EventRefusal> {
  if (!maySee(request.actor, facts)) return refuse({ code: 'not-found' })
  const { expectedVersion } = request
  if (expectedVersion !== undefined && expectedVersion !== dossier.version)
    return refuse({ code: 'changed-meanwhile', version: dossier.version })
  // The flow is asked first: who comes second at the same step learns that it is done, not that it was forbidden.
  const move = transition(LICENCE_FLOW, dossier, request.event)
  if (!move.ok) return move
  const verdict = may(request.actor, request.event, facts)
  if (verdict === 'refused') return refuse({ code: 'not-permitted', event: request.event })
  if (verdict === 'step-up' && !request.stepUp) return refuse({ code: 'step-up-required' })
  const turn = inTurn(request.event, facts.filedElsewhere)
  return turn.ok ? move : turn
}

export type Recording<Event extends LicenceEvent> = {
  dossier: DossierRow
  request: EventRequest<Event>
  move: Move
}

/** Writes the event and everything that must never disagree with it. */
export async function record<Event extends LicenceEvent>(
  tx: Transaction,
  recording: Recording<Event>,
): Promise<RecordedEvent> {
  const { dossier, request } = recording
  const own = request.changes ?? {}
  const move = { ...recording.move, clock: effectOn({ ...dossier, ...own }, recording.move.clock) }
  const clocks = await clockChanges(tx, move.clock, {
    dossier,
    at: request.at,
    changes: own,
    orders: request.clock ?? {},
  })
  const done = await findPerformed(tx, dossier.id)
  const step = await stepChanges(tx, {
    before: dossier,
    changes: { ...own, ...clocks },
    to: move.to,
    at: request.at,
    performed: new Set([...done.map((row) => row.event), request.event]),
  })
  const event = chainEvent(
    { ...recording, move },
    {
      dueMoved: dueMoved(dossier.clocks, clocks.clocks),
      stepDone: stepDone(dossier, step.stepKey),
    },
  )
  const after = await changeDossier(tx, dossier.id, {
    ...own,
    ...clocks,
    ...step,
    ...(move.to === 'stop-requested' ? { stateBefore: dossier.state } : {}),
    state: move.to,
    nationalState: NATIONAL_STATE[move.to],
    version: dossier.version + 1,
    lastSeq: event.seq,
    lastHash: event.hash,
    updatedAt: request.at,
  })
  await appendEvent(tx, event)
  await moveCounters(tx, counterChanges(dossier, after))
  const figures = figureChange(request.event, after)
  if (figures) await addToYearFigures(tx, figures)
  const recorded = { id: event.id, seq: event.seq, state: move.to }
  await promiseJobs(tx, [notice(dossier.id, recorded), ...(request.jobs?.(recorded) ?? [])])
  return recorded
}

type Consequences = { dueMoved: DueMoved[]; stepDone: StepDone | undefined }

function chainEvent<Event extends LicenceEvent>(
  { dossier, request, move }: Recording<Event>,
  { dueMoved: moved, stepDone: done }: Consequences,
) {
  const details = {
    ...EVENT_DETAILS[request.event].parse(request.details),
    ...(request.stepUp ? { stepUp: request.stepUp } : {}),
    ...(moved.length > 0 ? { dueMoved: moved } : {}),
    ...(done ? { stepDone: done } : {}),
  }
  const facts = {
    id: newId(),
    dossierId: dossier.id,
    seq: dossier.lastSeq + 1,
    at: request.at,
    type: request.event,
    typeVersion: EVENT_VERSION,
    homeAgencyId: dossier.homeAgencyId,
    ...actorColumns(request.actor),
    fromState: dossier.lastSeq === 0 ? null : dossier.state,
    toState: move.to,
    clockEffect: move.clock,
    details,
  }
  return { ...facts, ...linkEvent(facts, dossier.lastHash) }
}

/** Every event has its notice job; what it says, and to whom, is decided by the table of messages. */
function notice(dossierId: string, event: RecordedEvent): JobPromise {
  return { kind: 'notify', payload: { dossierId, seq: event.seq }, key: `${event.id}:notify` }
}
