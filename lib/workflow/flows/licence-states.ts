/** States of a licence dossier; each maps to one of the ten national status codes. */
export const LICENCE_STATES = [
  'awaiting-payment',
  'submitted',
  /** Before acceptance the applicant completes what the desk listed; no code and no clock yet. */
  'supplement-at-intake',
  'refused-at-intake',
  'accepted',
  'appraisal',
  /** The case officer's request for a supplement lies before the desk, which alone may send it (Decree 118/2025 Art. 5.1.e). */
  'supplement-release',
  'supplement',
  /** The facility corrects what the inspection found; never a supplement (Law 15/2023 Art. 52.4). */
  'site-correction',
  /** A fee that the law sets in mid-process is due; the limit stands until it is paid. */
  'awaiting-obligation',
  'review',
  'approval',
  'signing',
  'awaiting-seal',
  'sealing',
  /** The leader approved a negative result; the desk signs slip 03. */
  'refusing',
  'issued',
  'refused',
  'delivered',
  'correcting',
  'stop-requested',
  'withdrawn',
  'stopped',
] as const
export type LicenceState = (typeof LICENCE_STATES)[number]

/** The national status code of each state (onedoor.md §3.1, corrected by onedoor-2026.md §3). */
export const NATIONAL_STATE = {
  'awaiting-payment': 1,
  submitted: 1,
  'supplement-at-intake': 5,
  'refused-at-intake': 3,
  accepted: 2,
  appraisal: 4,
  'supplement-release': 4,
  supplement: 5,
  'site-correction': 4,
  'awaiting-obligation': 6,
  review: 4,
  approval: 4,
  signing: 4,
  'awaiting-seal': 4,
  sealing: 4,
  refusing: 4,
  issued: 9,
  refused: 9,
  delivered: 10,
  correcting: 4,
  'stop-requested': 7,
  withdrawn: 7,
  stopped: 8,
} as const satisfies Record<LicenceState, number>

/** How far along a dossier is, in percent: all that an anonymous visitor may learn. */
export const COMPLETION = {
  'awaiting-payment': 5,
  submitted: 10,
  'supplement-at-intake': 10,
  'refused-at-intake': 100,
  accepted: 20,
  appraisal: 40,
  'supplement-release': 40,
  supplement: 40,
  'site-correction': 50,
  'awaiting-obligation': 50,
  review: 60,
  approval: 75,
  signing: 85,
  'awaiting-seal': 90,
  sealing: 95,
  refusing: 95,
  issued: 100,
  refused: 100,
  delivered: 100,
  correcting: 90,
  'stop-requested': 90,
  withdrawn: 100,
  stopped: 100,
} as const satisfies Record<LicenceState, number>

const ENDED: readonly LicenceState[] = [
  'refused-at-intake',
  'issued',
  'refused',
  'delivered',
  'withdrawn',
  'stopped',
]

/** States in which the agency or the applicant still owes something. */
export const OPEN_STATES: readonly LicenceState[] = LICENCE_STATES.filter(
  (state) => !ENDED.includes(state),
)

/** States in which the applicant, or the facility, has the next move. */
export const APPLICANT_STATES: readonly LicenceState[] = [
  'awaiting-payment',
  'supplement-at-intake',
  'supplement',
  'site-correction',
  'awaiting-obligation',
]

/** Why a dossier ended without a result (onedoor-2026.md §3). */
export const END_REASONS = ['stopped-by-applicant', 'closed-without-reply', 'force'] as const
export type EndReason = (typeof END_REASONS)[number]
