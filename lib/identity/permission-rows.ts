import type { LicenceEvent } from '@/lib/workflow/flows/licence-events'
import { LICENCE_STATES, type LicenceState } from '@/lib/workflow/flows/licence-states'
import type { OfficerRole } from '@/lib/workflow/roles'

/**
 * How the actor stands to the dossier: its owner's side, its assignee, its solving agency, the agency
 * it is offered to, the agency that received it for the solving one, or a job.
 */
export type Relation = 'owner' | 'assignee' | 'agency' | 'transferee' | 'receiver' | 'job'

export type View =
  | 'view-dossier'
  /** What a receiving unit sees of a dossier that another agency decides: where it stands, not what is said inside. */
  | 'view-received'
  | 'view-papers'
  | 'view-result'
  | 'view-payment'
  | 'view-record'
export type Right = LicenceEvent | View

export type Permission = {
  flow: 'licence'
  right: Right
  relation: Relation
  role?: OfficerRole
  /** Only in these states; without it the flow itself decides. */
  states?: readonly LicenceState[]
  /** Nobody who performed one of these on the same dossier may do this (four eyes). */
  notAfter?: readonly LicenceEvent[]
  /** A fresh one-time code must come with the act. */
  stepUp?: true
}

const ASSESSING = [
  'record-minutes',
  'demand-corrections',
  'record-recheck',
  'record-appraisal',
  'propose-decision',
] as const
const REVIEWING = ['confirm-proposal'] as const
const SIGNING = ['approve', 'approve-refusal'] as const
const SEALING = ['authorise-seal'] as const

/** Four eyes: assessor, reviewer, signer and sealer are four different people. */
const ASSESSOR = [...REVIEWING, ...SIGNING, ...SEALING]
const REVIEWER = [...ASSESSING, ...SIGNING, ...SEALING]
const SIGNER = [...ASSESSING, ...REVIEWING, ...SEALING]
const SEALER = [...ASSESSING, ...REVIEWING, ...SIGNING]

const OFFICE_STATES: readonly LicenceState[] = LICENCE_STATES.filter(
  (state) => state !== 'awaiting-payment',
)

const row = (permission: Omit<Permission, 'flow'>): Permission => ({
  flow: 'licence',
  ...permission,
})

const rows = (
  rights: readonly Right[],
  permission: Omit<Permission, 'flow' | 'right'>,
): Permission[] => rights.map((right) => row({ right, ...permission }))

const CASE_VIEWS = ['view-dossier', 'view-papers', 'view-result', 'view-record'] as const
const agency = (role: OfficerRole, more: Partial<Permission> = {}) => ({
  relation: 'agency' as const,
  role,
  ...more,
})
const assignee = { relation: 'assignee', role: 'caseOfficer' } as const

/** What the owner of a dossier may do with it at any time; of the result they see what was issued. */
export const OWNER_RIGHTS = [
  'supply',
  'change-content',
  'withdraw',
  'request-stop',
  'cancel-stop',
  'report-corrections',
  'deliver',
  'view-dossier',
  'view-papers',
  'view-payment',
  'view-record',
] as const satisfies readonly Right[]

const APPLICANT: readonly Permission[] = rows(OWNER_RIGHTS, { relation: 'owner' })

const DESK: readonly Permission[] = [
  ...rows(
    [
      'accept',
      'refuse-intake',
      'request-supplement',
      'release-supplement',
      'return-supplement-request',
      'close-without-reply',
      'offer-transfer',
      'apply-extension',
      'deliver',
      'open-correction',
      // What is asked for at the counter or by post is entered by the desk.
      'request-stop',
    ],
    agency('deskOfficer'),
  ),
  row({ right: 'release-refusal', ...agency('deskOfficer', { notAfter: SIGNING }) }),
  ...rows(['take-transfer', 'decline-transfer'], { relation: 'transferee', role: 'deskOfficer' }),
  row({ right: 'confirm-papers', ...agency('deskOfficer') }),
  // What was filed elsewhere is passed on there, and its result is handed over there (Art. 20).
  ...rows(['pass-on', 'deliver'], { relation: 'receiver', role: 'deskOfficer' }),
]

const CASE: readonly Permission[] = [
  row({ right: 'claim', ...agency('caseOfficer') }),
  row({ right: 'take-over', ...agency('caseOfficer') }),
  ...rows(
    [
      'give-back',
      'ask-supplement',
      'judge-supplement',
      'plan-inspection',
      'ask-extension',
      'ask-opinion',
      'digitise-paper',
      'demand-fee',
    ],
    assignee,
  ),
  ...rows(ASSESSING, { ...assignee, notAfter: ASSESSOR }),
]

const REVIEW_AND_SIGNATURE: readonly Permission[] = [
  row({ right: 'assign', ...agency('agencyLeader') }),
  row({ right: 'assign', ...agency('headOfDivision') }),
  row({ right: 'ask-extension', ...agency('headOfDivision') }),
  row({ right: 'open-correction', ...agency('headOfDivision') }),
  row({ right: 'confirm-proposal', ...agency('headOfDivision', { notAfter: REVIEWER }) }),
  row({
    right: 'return-to-case-officer',
    ...agency('headOfDivision', { states: ['review'], notAfter: ASSESSING }),
  }),
  row({
    right: 'return-to-case-officer',
    ...agency('agencyLeader', {
      states: ['approval'],
      notAfter: [...ASSESSING, ...REVIEWING],
    }),
  }),
  ...rows(SIGNING, agency('agencyLeader', { notAfter: SIGNER, stepUp: true })),
  ...rows(
    ['grant-extension', 'confirm-stop'],
    agency('agencyLeader', { notAfter: ['authorise-letter'], stepUp: true }),
  ),
  row({
    right: 'authorise-seal',
    ...agency('recordsClerk', { notAfter: SEALER, stepUp: true }),
  }),
  row({
    right: 'authorise-letter',
    ...agency('recordsClerk', { notAfter: ['grant-extension', 'confirm-stop'], stepUp: true }),
  }),
]

/** Whoever works for the agency may declare an interest of their own. */
const EVERY_OFFICER = [
  'deskOfficer',
  'caseOfficer',
  'headOfDivision',
  'agencyLeader',
  'recordsClerk',
] as const satisfies readonly OfficerRole[]

const OFFICE_VIEWS: readonly Permission[] = [
  ...EVERY_OFFICER.flatMap((role) => [
    ...rows(CASE_VIEWS, agency(role, { states: OFFICE_STATES })),
    row({ right: 'declare-conflict', ...agency(role) }),
  ]),
  row({ right: 'view-payment', ...agency('deskOfficer', { states: OFFICE_STATES }) }),
  row({ right: 'view-dossier', ...agency('cashier') }),
  row({ right: 'view-payment', ...agency('cashier') }),
  ...rows(['view-dossier', 'view-papers'], {
    relation: 'transferee',
    role: 'deskOfficer',
    states: ['submitted', 'accepted'],
  }),
  ...(['deskOfficer', 'agencyLeader'] as const).flatMap((role) =>
    rows(['view-dossier', 'view-received'], { relation: 'receiver', role, states: OFFICE_STATES }),
  ),
  row({
    right: 'view-papers',
    relation: 'receiver',
    role: 'deskOfficer',
    states: ['submitted'],
  }),
  row({
    right: 'view-result',
    relation: 'receiver',
    role: 'deskOfficer',
    states: ['issued', 'refused', 'delivered'],
  }),
]

const JOBS: readonly Permission[] = rows(
  [
    'fee-paid',
    'result-signed',
    'issue',
    'letter-signed',
    'issue-letter',
    'record-breach',
    'remind',
    'recalendar',
    'record-opinion',
    ...CASE_VIEWS,
  ],
  { relation: 'job' },
)

/**
 * Who may do and see what: one row a right (Decree 118/2025 Art. 5, 17–23; Decree 30/2020 Art. 18 and 32
 * for the separation of duties).
 */
export const PERMISSIONS: readonly Permission[] = [
  ...APPLICANT,
  row({ right: 'view-result', relation: 'owner', states: ['issued', 'refused', 'delivered'] }),
  ...DESK,
  ...CASE,
  ...REVIEW_AND_SIGNATURE,
  ...OFFICE_VIEWS,
  ...JOBS,
]
