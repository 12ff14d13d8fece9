/** States of a licence dossier; each maps to one of the ten national status codes. */
export const LICENCE_STATES = [
  'awaiting-payment',
  'submitted',
  'refused-at-intake',
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
export type LicenceState = (typeof LICENCE_STATES)[number]

export const LICENCE_EVENTS = [
  'submit',
  'fee-paid',
  'accept',
  'refuse-intake',
  'assign',
  'record-minutes',
  'record-appraisal',
  'propose-decision',
  'confirm-proposal',
  'return-to-case-officer',
  'approve',
  'result-signed',
  'authorise-seal',
  'issue',
  'deliver',
] as const
export type LicenceEvent = (typeof LICENCE_EVENTS)[number]

/** What an event does to the legal clocks. */
export type ClockEffect = 'none' | 'start-acceptance' | 'start-appraisal' | 'start-issue' | 'end'

type Arrow = { to: LicenceState; clock: ClockEffect }
export type Flow = Record<LicenceState, Partial<Record<LicenceEvent, Arrow>>>

const to = (state: LicenceState, clock: ClockEffect = 'none'): Arrow => ({ to: state, clock })

/** Which event leads where (onedoor.md §3.2, onedoor-2026.md §3). A state without a row does not compile. */
export const LICENCE_FLOW = {
  'awaiting-payment': { 'fee-paid': to('submitted', 'start-acceptance') },
  submitted: {
    accept: to('accepted', 'start-appraisal'),
    'refuse-intake': to('refused-at-intake', 'end'),
  },
  'refused-at-intake': {},
  accepted: { assign: to('appraisal') },
  appraisal: {
    assign: to('appraisal'),
    'record-minutes': to('appraisal', 'start-issue'),
    'record-appraisal': to('appraisal'),
    'propose-decision': to('review'),
  },
  review: {
    'confirm-proposal': to('approval'),
    'return-to-case-officer': to('appraisal'),
  },
  approval: {
    approve: to('signing'),
    'return-to-case-officer': to('appraisal'),
  },
  signing: { 'result-signed': to('awaiting-seal') },
  'awaiting-seal': { 'authorise-seal': to('sealing') },
  sealing: { issue: to('issued', 'end') },
  issued: { deliver: to('delivered') },
  delivered: {},
} as const satisfies Flow

/** How a filed dossier is born: without a fee it stands before the desk at once. */
export const BIRTH = {
  'with-fee': to('awaiting-payment'),
  'without-fee': to('submitted', 'start-acceptance'),
} as const

/** The national status code of each state (Decision list in onedoor.md §3.1). */
export const NATIONAL_STATE = {
  'awaiting-payment': 1,
  submitted: 1,
  'refused-at-intake': 3,
  accepted: 2,
  appraisal: 4,
  review: 4,
  approval: 4,
  signing: 4,
  'awaiting-seal': 4,
  sealing: 4,
  issued: 9,
  delivered: 10,
} as const satisfies Record<LicenceState, number>

/** How far along a dossier is, in percent: all that an anonymous visitor may learn. */
export const COMPLETION = {
  'awaiting-payment': 5,
  submitted: 10,
  'refused-at-intake': 100,
  accepted: 20,
  appraisal: 40,
  review: 60,
  approval: 75,
  signing: 85,
  'awaiting-seal': 90,
  sealing: 95,
  issued: 100,
  delivered: 100,
} as const satisfies Record<LicenceState, number>

/** States in which the agency still owes work. */
export const OPEN_STATES: readonly LicenceState[] = LICENCE_STATES.filter(
  (state) => !['refused-at-intake', 'issued', 'delivered'].includes(state),
)
