import { describe, expect, it } from 'vitest'
import {
  COMPLETION,
  LICENCE_EVENTS,
  LICENCE_FLOW,
  LICENCE_STATES,
  type LicenceEvent,
  type LicenceState,
  NATIONAL_STATE,
  OPEN_STATES,
} from '@/lib/workflow/flows/licence'
import { availableEvents, transition } from '@/lib/workflow/transition'

// Written out by hand, apart from the flow table: the two must tell the same story.
const ARROWS: readonly [LicenceState, LicenceEvent, LicenceState, string][] = [
  ['awaiting-payment', 'fee-paid', 'submitted', 'start-acceptance'],
  ['submitted', 'accept', 'accepted', 'start-appraisal'],
  ['submitted', 'refuse-intake', 'refused-at-intake', 'end'],
  ['accepted', 'assign', 'appraisal', 'none'],
  ['appraisal', 'assign', 'appraisal', 'none'],
  ['appraisal', 'record-minutes', 'appraisal', 'start-issue'],
  ['appraisal', 'record-appraisal', 'appraisal', 'none'],
  ['appraisal', 'propose-decision', 'review', 'none'],
  ['review', 'confirm-proposal', 'approval', 'none'],
  ['review', 'return-to-case-officer', 'appraisal', 'none'],
  ['approval', 'approve', 'signing', 'none'],
  ['approval', 'return-to-case-officer', 'appraisal', 'none'],
  ['signing', 'result-signed', 'awaiting-seal', 'none'],
  ['awaiting-seal', 'authorise-seal', 'sealing', 'none'],
  ['sealing', 'issue', 'issued', 'end'],
  ['issued', 'deliver', 'delivered', 'none'],
]

describe('the flow of a licence', () => {
  it.each(ARROWS)('%s + %s leads to %s (%s)', (from, event, to, clock) => {
    expect(transition(LICENCE_FLOW, from, event)).toEqual({ ok: true, value: { to, clock } })
  })

  it('has no other arrow', () => {
    const drawn = LICENCE_STATES.flatMap((state) =>
      availableEvents(LICENCE_FLOW, state).map((event) => `${state} ${event}`),
    )
    expect(drawn.toSorted()).toEqual(ARROWS.map(([from, event]) => `${from} ${event}`).toSorted())
  })

  it('refuses every other event by name', () => {
    const drawn = new Set(ARROWS.map(([from, event]) => `${from} ${event}`))
    for (const from of LICENCE_STATES)
      for (const event of LICENCE_EVENTS.filter((name) => !drawn.has(`${from} ${name}`)))
        expect(transition(LICENCE_FLOW, from, event)).toEqual({
          ok: false,
          refusal: { code: 'illegal-event', from, event },
        })
  })

  it.each(['refused-at-intake', 'delivered'] as const)('ends at %s', (state) => {
    expect(availableEvents(LICENCE_FLOW, state)).toEqual([])
  })

  it('reaches every state from the first one', () => {
    const reached = new Set<LicenceState>(['awaiting-payment'])
    for (let size = 0; size < reached.size; ) {
      size = reached.size
      for (const [from, , to] of ARROWS) if (reached.has(from)) reached.add(to)
    }
    expect([...reached].toSorted()).toEqual([...LICENCE_STATES].toSorted())
  })
})

describe('what the country and the public see of a state', () => {
  it('maps signing and sealing to national code 4, issue to 9, delivery to 10', () => {
    expect(NATIONAL_STATE).toMatchObject({
      'awaiting-payment': 1,
      submitted: 1,
      accepted: 2,
      'refused-at-intake': 3,
      signing: 4,
      sealing: 4,
      issued: 9,
      delivered: 10,
    })
  })

  it('never lets completion go back on the way to the result', () => {
    const way = LICENCE_STATES.filter((state) => state !== 'refused-at-intake')
    const percents = way.map((state) => COMPLETION[state])
    expect(percents).toEqual(percents.toSorted((a, b) => a - b))
  })

  it('counts as open what the agency still owes', () => {
    expect(OPEN_STATES).not.toContain('issued')
    expect(OPEN_STATES).toContain('sealing')
  })
})
