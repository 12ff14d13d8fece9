import type { ClockEffect, LicenceEvent } from '@/lib/workflow/flows/licence-events'
import type { LicenceState } from '@/lib/workflow/flows/licence-states'

/** Where an event leads: to a state, nowhere, or back to where the dossier stood before. */
export type Arrow = { to: LicenceState | 'same' | 'before'; clock: ClockEffect }
type Row = Partial<Record<LicenceEvent, Arrow>>
export type Flow = Record<LicenceState, Row>

const to = (state: LicenceState | 'before', clock: ClockEffect = 'none'): Arrow => ({
  to: state,
  clock,
})
const stay = (clock: ClockEffect = 'none'): Arrow => ({ to: 'same', clock })

/** A letter of the agency (04, 05) takes its way through signature and seal beside the dossier's own. */
const LETTERS: Row = {
  'letter-signed': stay(),
  'authorise-letter': stay(),
  'issue-letter': stay(),
}

/** What may happen to every open dossier: nobody is late in silence, and a new calendar moves its dates. */
const WATCHED: Row = {
  'record-breach': stay(),
  remind: stay(),
  recalendar: stay('recalendar'),
  'declare-conflict': stay(),
}

/** The applicant's right until a decision exists (Decree 118/2025 Art. 21). */
const STOPPABLE: Row = { 'request-stop': to('stop-requested', 'wait') }
const CHANGEABLE: Row = { 'change-content': stay() }

/** One apology, one new date (Decree 118/2025 Art. 19.6). */
const EXTENDABLE: Row = {
  'ask-extension': stay(),
  'grant-extension': stay(),
  'apply-extension': stay('extend'),
}

const TRANSFERABLE: Row = {
  'offer-transfer': stay(),
  'take-transfer': stay(),
  'decline-transfer': stay(),
}

/** The papers of a dossier filed elsewhere follow its data; the work does not wait for them (Art. 20). */
const PAPERS_FOLLOW: Row = { 'confirm-papers': stay() }

const WITHDRAWABLE: Row = { withdraw: to('withdrawn', 'end') }

const OPINIONS: Row = { 'ask-opinion': stay(), 'record-opinion': stay() }

/** All that belongs to a dossier under work, whoever's desk it lies on. */
const IN_PROCESS: Row = {
  ...WATCHED,
  ...LETTERS,
  ...STOPPABLE,
  ...EXTENDABLE,
  ...PAPERS_FOLLOW,
}

/** Which event leads where (onedoor.md §3.2, onedoor-2026.md §3). A state without a row does not compile. */
export const LICENCE_FLOW = {
  'awaiting-payment': {
    ...WATCHED,
    ...WITHDRAWABLE,
    'fee-paid': to('submitted', 'start-acceptance'),
  },
  submitted: {
    ...WATCHED,
    ...WITHDRAWABLE,
    ...CHANGEABLE,
    ...TRANSFERABLE,
    ...PAPERS_FOLLOW,
    // Filed elsewhere, it is here only from now on, and so is its clock (Decree 118/2025 Art. 17.3 as amended by 309/2026).
    'pass-on': stay('start-acceptance'),
    accept: to('accepted', 'start-appraisal'),
    'refuse-intake': to('refused-at-intake', 'end'),
    'request-supplement': to('supplement-at-intake', 'answer-acceptance'),
  },
  'supplement-at-intake': {
    ...WATCHED,
    ...WITHDRAWABLE,
    ...PAPERS_FOLLOW,
    supply: to('submitted', 'start-acceptance'),
    'close-without-reply': to('refused-at-intake', 'end'),
  },
  'refused-at-intake': { ...LETTERS },
  accepted: {
    ...IN_PROCESS,
    ...CHANGEABLE,
    ...TRANSFERABLE,
    assign: to('appraisal'),
    claim: to('appraisal'),
  },
  appraisal: {
    ...IN_PROCESS,
    ...CHANGEABLE,
    ...OPINIONS,
    assign: stay(),
    'give-back': to('accepted'),
    'take-over': stay(),
    'ask-supplement': to('supplement-release'),
    'judge-supplement': stay(),
    'digitise-paper': stay(),
    'plan-inspection': stay(),
    'record-minutes': stay('start-issue'),
    'demand-corrections': to('site-correction', 'end-appraisal'),
    'record-recheck': stay(),
    'demand-fee': to('awaiting-obligation', 'wait'),
    'record-appraisal': stay(),
    'propose-decision': to('review'),
  },
  'supplement-release': {
    ...IN_PROCESS,
    'record-opinion': stay(),
    'release-supplement': to('supplement', 'wait'),
    'return-supplement-request': to('appraisal'),
  },
  supplement: {
    ...IN_PROCESS,
    'record-opinion': stay(),
    supply: to('appraisal', 'resume'),
    'close-without-reply': to('stopped', 'end'),
  },
  'site-correction': {
    ...IN_PROCESS,
    'record-opinion': stay(),
    'report-corrections': to('appraisal', 'start-issue'),
  },
  'awaiting-obligation': {
    ...IN_PROCESS,
    'record-opinion': stay(),
    'fee-paid': to('appraisal', 'resume'),
    'close-without-reply': to('stopped', 'end'),
  },
  review: {
    ...IN_PROCESS,
    'record-opinion': stay(),
    'confirm-proposal': to('approval'),
    'return-to-case-officer': to('appraisal'),
  },
  approval: {
    ...IN_PROCESS,
    'record-opinion': stay(),
    approve: to('signing'),
    'approve-refusal': to('refusing'),
    'return-to-case-officer': to('appraisal'),
  },
  signing: { ...WATCHED, ...LETTERS, 'result-signed': to('awaiting-seal') },
  'awaiting-seal': { ...WATCHED, ...LETTERS, 'authorise-seal': to('sealing') },
  sealing: { ...WATCHED, ...LETTERS, issue: to('issued', 'end') },
  refusing: { ...WATCHED, ...LETTERS, 'release-refusal': to('refused', 'end') },
  issued: {
    ...LETTERS,
    deliver: to('delivered'),
    'open-correction': to('correcting', 'start-correction'),
  },
  refused: { ...LETTERS, deliver: to('delivered') },
  delivered: {
    ...LETTERS,
    // Who opened the electronic result may still fetch the paper copy.
    deliver: stay(),
    'open-correction': to('correcting', 'start-correction'),
  },
  correcting: {
    ...WATCHED,
    ...LETTERS,
    assign: stay(),
    'take-over': stay(),
    'record-appraisal': stay(),
    'propose-decision': to('review'),
  },
  'stop-requested': {
    ...WATCHED,
    ...LETTERS,
    'record-opinion': stay(),
    'cancel-stop': to('before', 'resume'),
    'confirm-stop': to('stopped', 'end'),
  },
  withdrawn: {},
  stopped: { ...LETTERS },
} as const satisfies Flow

/** How a filed dossier is born: without a fee it stands before the desk at once. */
export const BIRTH = {
  'with-fee': { to: 'awaiting-payment', clock: 'none' },
  'without-fee': { to: 'submitted', clock: 'start-acceptance' },
} as const satisfies Record<string, { to: LicenceState; clock: ClockEffect }>
