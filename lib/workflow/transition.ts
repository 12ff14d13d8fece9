import { accept, type Result, refuse } from '@/lib/shared/result'
import type { Flow } from '@/lib/workflow/flows/licence'
import type { ClockEffect, LicenceEvent } from '@/lib/workflow/flows/licence-events'
import type { LicenceState } from '@/lib/workflow/flows/licence-states'

export type IllegalEvent = { code: 'illegal-event'; from: LicenceState; event: LicenceEvent }
export type Move = { to: LicenceState; clock: ClockEffect }
/** Where a dossier stands, and where it stood before an event that may be taken back. */
export type Position = { state: LicenceState; stateBefore: LicenceState | null }

/** Where an event leads from a position, or a refusal when the flow has no such arrow. */
export function transition(
  flow: Flow,
  { state, stateBefore }: Position,
  event: LicenceEvent,
): Result<Move, IllegalEvent> {
  const arrow = flow[state][event]
  if (!arrow) return refuse({ code: 'illegal-event', from: state, event })
  if (arrow.to === 'same') return accept({ to: state, clock: arrow.clock })
  if (arrow.to !== 'before') return accept({ to: arrow.to, clock: arrow.clock })
  if (!stateBefore) return refuse({ code: 'illegal-event', from: state, event })
  return accept({ to: stateBefore, clock: arrow.clock })
}

/** The events that the flow offers from a state, in the order the flow lists them. */
export function availableEvents(flow: Flow, from: LicenceState): LicenceEvent[] {
  return Object.keys(flow[from]) as LicenceEvent[]
}
