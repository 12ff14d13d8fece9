import { describe, expect, it } from 'vitest'
import { LICENCE_FLOW } from '@/lib/workflow/flows/licence'
import { LICENCE_EVENTS, type LicenceEvent } from '@/lib/workflow/flows/licence-events'
import {
  COMPLETION,
  LICENCE_STATES,
  type LicenceState,
  NATIONAL_STATE,
  OPEN_STATES,
} from '@/lib/workflow/flows/licence-states'
import { availableEvents, transition } from '@/lib/workflow/transition'

// Written out by hand, apart from the flow table: the two must tell the same story.
type Line = [from: string, event: LicenceEvent, to: LicenceState | 'same' | 'before', clock: string]
const OPEN =
  'awaiting-payment submitted supplement-at-intake accepted appraisal supplement-release supplement site-correction awaiting-obligation review approval signing awaiting-seal sealing refusing correcting stop-requested'
const IN_WORK =
  'accepted appraisal supplement-release supplement site-correction awaiting-obligation review approval'
const LETTERS = `${IN_WORK} refused-at-intake signing awaiting-seal sealing refusing issued refused delivered correcting stop-requested stopped`
const LINES: readonly Line[] = [
  [OPEN, 'record-breach', 'same', 'none'],
  [OPEN, 'remind', 'same', 'none'],
  [OPEN, 'recalendar', 'same', 'recalendar'],
  [OPEN, 'declare-conflict', 'same', 'none'],
  [LETTERS, 'letter-signed', 'same', 'none'],
  [LETTERS, 'authorise-letter', 'same', 'none'],
  [LETTERS, 'issue-letter', 'same', 'none'],
  ['awaiting-payment submitted supplement-at-intake', 'withdraw', 'withdrawn', 'end'],
  [IN_WORK, 'request-stop', 'stop-requested', 'wait'],
  ['stop-requested', 'cancel-stop', 'before', 'resume'],
  ['stop-requested', 'confirm-stop', 'stopped', 'end'],
  [IN_WORK, 'ask-extension', 'same', 'none'],
  [IN_WORK, 'grant-extension', 'same', 'none'],
  [IN_WORK, 'apply-extension', 'same', 'extend'],
  ['submitted accepted', 'offer-transfer', 'same', 'none'],
  ['submitted accepted', 'take-transfer', 'same', 'none'],
  ['submitted accepted', 'decline-transfer', 'same', 'none'],
  ['submitted', 'pass-on', 'same', 'start-acceptance'],
  [`submitted supplement-at-intake ${IN_WORK}`, 'confirm-papers', 'same', 'none'],
  ['submitted accepted appraisal', 'change-content', 'same', 'none'],
  ['awaiting-payment', 'fee-paid', 'submitted', 'start-acceptance'],
  ['appraisal', 'demand-fee', 'awaiting-obligation', 'wait'],
  ['awaiting-obligation', 'fee-paid', 'appraisal', 'resume'],
  ['awaiting-obligation', 'close-without-reply', 'stopped', 'end'],
  ['submitted', 'accept', 'accepted', 'start-appraisal'],
  ['submitted', 'refuse-intake', 'refused-at-intake', 'end'],
  ['submitted', 'request-supplement', 'supplement-at-intake', 'answer-acceptance'],
  ['supplement-at-intake', 'supply', 'submitted', 'start-acceptance'],
  ['supplement-at-intake', 'close-without-reply', 'refused-at-intake', 'end'],
  ['accepted', 'assign', 'appraisal', 'none'],
  ['accepted', 'claim', 'appraisal', 'none'],
  ['appraisal correcting', 'assign', 'same', 'none'],
  ['appraisal', 'give-back', 'accepted', 'none'],
  ['appraisal correcting', 'take-over', 'same', 'none'],
  ['appraisal', 'ask-opinion', 'same', 'none'],
  ['appraisal', 'digitise-paper', 'same', 'none'],
  [
    'appraisal supplement-release supplement site-correction awaiting-obligation review approval stop-requested',
    'record-opinion',
    'same',
    'none',
  ],
  ['appraisal', 'ask-supplement', 'supplement-release', 'none'],
  ['supplement-release', 'release-supplement', 'supplement', 'wait'],
  ['supplement-release', 'return-supplement-request', 'appraisal', 'none'],
  ['supplement', 'supply', 'appraisal', 'resume'],
  ['supplement', 'close-without-reply', 'stopped', 'end'],
  ['appraisal', 'judge-supplement', 'same', 'none'],
  ['appraisal', 'plan-inspection', 'same', 'none'],
  ['appraisal', 'record-minutes', 'same', 'start-issue'],
  ['appraisal', 'demand-corrections', 'site-correction', 'end-appraisal'],
  ['site-correction', 'report-corrections', 'appraisal', 'start-issue'],
  ['appraisal', 'record-recheck', 'same', 'none'],
  ['appraisal correcting', 'record-appraisal', 'same', 'none'],
  ['appraisal correcting', 'propose-decision', 'review', 'none'],
  ['review', 'confirm-proposal', 'approval', 'none'],
  ['review approval', 'return-to-case-officer', 'appraisal', 'none'],
  ['approval', 'approve', 'signing', 'none'],
  ['approval', 'approve-refusal', 'refusing', 'none'],
  ['refusing', 'release-refusal', 'refused', 'end'],
  ['signing', 'result-signed', 'awaiting-seal', 'none'],
  ['awaiting-seal', 'authorise-seal', 'sealing', 'none'],
  ['sealing', 'issue', 'issued', 'end'],
  ['issued refused', 'deliver', 'delivered', 'none'],
  ['delivered', 'deliver', 'same', 'none'],
  ['issued delivered', 'open-correction', 'correcting', 'start-correction'],
]
const STATE_BEFORE: LicenceState = 'review'
const ARROWS = LINES.flatMap(([states, event, to, clock]) =>
  states.split(' ').map((from) => ({
    // The states are written as words here; an unknown one fails the first test.
    from: from as LicenceState,
    event,
    to: reached(from as LicenceState, to),
    clock,
  })),
)

function reached(from: LicenceState, to: LicenceState | 'same' | 'before'): LicenceState {
  if (to === 'same') return from
  return to === 'before' ? STATE_BEFORE : to
}

const at = (state: LicenceState) => ({ state, stateBefore: STATE_BEFORE })

describe('the flow of a licence', () => {
  it.each(ARROWS)('$from + $event leads to $to ($clock)', ({ from, event, to, clock }) => {
    expect(transition(LICENCE_FLOW, at(from), event)).toEqual({ ok: true, value: { to, clock } })
  })

  it('has no other arrow', () => {
    const drawn = LICENCE_STATES.flatMap((state) =>
      availableEvents(LICENCE_FLOW, state).map((event) => `${state} ${event}`),
    )
    expect(drawn.toSorted()).toEqual(ARROWS.map(({ from, event }) => `${from} ${event}`).toSorted())
  })

  it('refuses every other event by name', () => {
    const drawn = new Set(ARROWS.map(({ from, event }) => `${from} ${event}`))
    for (const from of LICENCE_STATES)
      for (const event of LICENCE_EVENTS.filter((name) => !drawn.has(`${from} ${name}`)))
        expect(transition(LICENCE_FLOW, at(from), event)).toEqual({
          ok: false,
          refusal: { code: 'illegal-event', from, event },
        })
  })

  it('goes back only to where a dossier is known to have been', () => {
    const lost = { state: 'stop-requested', stateBefore: null } as const
    expect(transition(LICENCE_FLOW, lost, 'cancel-stop').ok).toBe(false)
  })

  it.each(['withdrawn'] as const)('ends at %s', (state) => {
    expect(availableEvents(LICENCE_FLOW, state)).toEqual([])
  })

  it('lets nothing but its letters happen to what has ended without a result', () => {
    for (const state of ['refused-at-intake', 'stopped'] as const)
      expect(availableEvents(LICENCE_FLOW, state)).toEqual([
        'letter-signed',
        'authorise-letter',
        'issue-letter',
      ])
  })

  it('reaches every state from the first one', () => {
    const found = new Set<LicenceState>(['awaiting-payment'])
    for (let size = 0; size < found.size; ) {
      size = found.size
      for (const { from, to } of ARROWS) if (found.has(from)) found.add(to)
    }
    expect([...found].toSorted()).toEqual([...LICENCE_STATES].toSorted())
  })

  it('lets no dossier stop once a decision exists (Decree 118/2025 Art. 21)', () => {
    for (const state of ['signing', 'awaiting-seal', 'sealing', 'refusing', 'issued'] as const)
      expect(availableEvents(LICENCE_FLOW, state)).not.toContain('request-stop')
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
    const way = [
      'awaiting-payment',
      'submitted',
      'accepted',
      'appraisal',
      'review',
      'approval',
      'signing',
      'awaiting-seal',
      'sealing',
      'issued',
      'delivered',
    ] as const
    const percents = way.map((state) => COMPLETION[state])
    expect(percents).toEqual(percents.toSorted((a, b) => a - b))
  })

  it('uses all ten national codes', () => {
    expect([...new Set(Object.values(NATIONAL_STATE))].toSorted((a, b) => a - b)).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8, 9, 10,
    ])
  })

  it('counts as open what the agency still owes', () => {
    expect(OPEN_STATES).not.toContain('issued')
    expect(OPEN_STATES).toContain('sealing')
  })
})
