import { accept, type Result, refuse } from '@/lib/shared/result'
import type { ClockEffect, Flow, LicenceEvent, LicenceState } from './flows/licence'

export type IllegalEvent = { code: 'illegal-event'; from: LicenceState; event: LicenceEvent }
export type Move = { to: LicenceState; clock: ClockEffect }

/** Where an event leads from a state, or a refusal when the flow has no such arrow. */
export function transition(
  flow: Flow,
  from: LicenceState,
  event: LicenceEvent,
): Result<Move, IllegalEvent> {
  const arrow = flow[from][event]
  return arrow ? accept(arrow) : refuse({ code: 'illegal-event', from, event })
}

/** The events that the flow offers from a state, in the order the flow lists them. */
export function availableEvents(flow: Flow, from: LicenceState): LicenceEvent[] {
  return Object.keys(flow[from]) as LicenceEvent[]
}
