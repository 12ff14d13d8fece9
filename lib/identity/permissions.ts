import type { LicenceEvent, LicenceState } from '@/lib/workflow/flows/licence'
import type { OfficerRole } from '@/lib/workflow/roles'
import type { Actor } from './actor'

/** How the actor stands to the dossier: its owner's side, its assignee, its solving agency, or a job. */
export type Relation = 'owner' | 'assignee' | 'agency' | 'job'

type View = 'view-dossier' | 'view-papers' | 'view-result' | 'view-payment'
export type Right = LicenceEvent | View

type Permission = {
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

/** What a decision about a dossier needs to know of it. */
export type DossierFacts = {
  flow: 'licence'
  state: LicenceState
  submitterPersonId: string
  organisationId: string | null
  solvingAgencyId: string
  assigneePostId: string | null
  performed: readonly { event: string; personId: string | null }[]
}

const ASSESSING = ['record-minutes', 'record-appraisal', 'propose-decision'] as const
const REVIEWING = ['confirm-proposal'] as const
const SIGNING = ['approve'] as const
const SEALING = ['authorise-seal'] as const

const OFFICE_STATES: readonly LicenceState[] = [
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
]

const row = (permission: Omit<Permission, 'flow'>): Permission => ({
  flow: 'licence',
  ...permission,
})

const viewRows = (role: OfficerRole, rights: readonly View[]): Permission[] =>
  rights.map((right) => row({ right, relation: 'agency', role, states: OFFICE_STATES }))

const CASE_VIEWS = ['view-dossier', 'view-papers', 'view-result'] as const

/**
 * Who may do and see what: one row a right. Assessor, reviewer, signer and sealer are four different
 * people (Decree 30/2020 Art. 18 and 32; separation of duties).
 */
export const PERMISSIONS: readonly Permission[] = [
  row({ right: 'fee-paid', relation: 'job' }),
  row({ right: 'accept', relation: 'agency', role: 'deskOfficer' }),
  row({ right: 'refuse-intake', relation: 'agency', role: 'deskOfficer' }),
  row({ right: 'assign', relation: 'agency', role: 'agencyLeader' }),
  row({ right: 'assign', relation: 'agency', role: 'headOfDivision' }),
  row({
    right: 'record-minutes',
    relation: 'assignee',
    role: 'caseOfficer',
    notAfter: [...REVIEWING, ...SIGNING, ...SEALING],
  }),
  row({
    right: 'record-appraisal',
    relation: 'assignee',
    role: 'caseOfficer',
    notAfter: [...REVIEWING, ...SIGNING, ...SEALING],
  }),
  row({
    right: 'propose-decision',
    relation: 'assignee',
    role: 'caseOfficer',
    notAfter: [...REVIEWING, ...SIGNING, ...SEALING],
  }),
  row({
    right: 'confirm-proposal',
    relation: 'agency',
    role: 'headOfDivision',
    notAfter: [...ASSESSING, ...SIGNING, ...SEALING],
  }),
  row({
    right: 'return-to-case-officer',
    relation: 'agency',
    role: 'headOfDivision',
    states: ['review'],
    notAfter: ASSESSING,
  }),
  row({
    right: 'return-to-case-officer',
    relation: 'agency',
    role: 'agencyLeader',
    states: ['approval'],
    notAfter: [...ASSESSING, ...REVIEWING],
  }),
  row({
    right: 'approve',
    relation: 'agency',
    role: 'agencyLeader',
    notAfter: [...ASSESSING, ...REVIEWING, ...SEALING],
    stepUp: true,
  }),
  row({ right: 'result-signed', relation: 'job' }),
  row({
    right: 'authorise-seal',
    relation: 'agency',
    role: 'recordsClerk',
    notAfter: [...ASSESSING, ...REVIEWING, ...SIGNING],
    stepUp: true,
  }),
  row({ right: 'issue', relation: 'job' }),
  row({ right: 'deliver', relation: 'owner' }),
  row({ right: 'view-dossier', relation: 'owner' }),
  row({ right: 'view-papers', relation: 'owner' }),
  row({ right: 'view-payment', relation: 'owner' }),
  row({ right: 'view-result', relation: 'owner', states: ['issued', 'delivered'] }),
  ...viewRows('deskOfficer', [...CASE_VIEWS, 'view-payment']),
  ...viewRows('caseOfficer', CASE_VIEWS),
  ...viewRows('headOfDivision', CASE_VIEWS),
  ...viewRows('agencyLeader', CASE_VIEWS),
  ...viewRows('recordsClerk', CASE_VIEWS),
  row({ right: 'view-dossier', relation: 'agency', role: 'cashier' }),
  row({ right: 'view-payment', relation: 'agency', role: 'cashier' }),
  row({ right: 'view-dossier', relation: 'job' }),
  row({ right: 'view-papers', relation: 'job' }),
  row({ right: 'view-result', relation: 'job' }),
]

export type Verdict = 'allowed' | 'step-up' | 'refused'

/**
 * Whether the actor holds the right on this dossier: 'step-up' means yes, with a fresh one-time code.
 * Pure: everything it needs comes in.
 */
export function may(actor: Actor, right: Right, dossier: DossierFacts): Verdict {
  const rows = PERMISSIONS.filter((permission) => fits(permission, { actor, right, dossier }))
  if (rows.length === 0) return 'refused'
  return rows.some((permission) => !permission.stepUp) ? 'allowed' : 'step-up'
}

/** Whether the actor may know that the dossier exists; if not, the answer is always "not found". */
export function maySee(actor: Actor, dossier: DossierFacts): boolean {
  return may(actor, 'view-dossier', dossier) === 'allowed'
}

function fits(
  permission: Permission,
  { actor, right, dossier }: { actor: Actor; right: Right; dossier: DossierFacts },
): boolean {
  return (
    permission.flow === dossier.flow &&
    permission.right === right &&
    (permission.states?.includes(dossier.state) ?? true) &&
    stands(actor, permission, dossier) &&
    !hasPerformed(actor, permission.notAfter ?? [], dossier)
  )
}

function stands(actor: Actor, permission: Permission, dossier: DossierFacts): boolean {
  if (actor.kind === 'system') return permission.relation === 'job'
  switch (permission.relation) {
    case 'job':
      return false
    case 'owner':
      return owns(actor, dossier)
    case 'agency':
      return holdsRole(actor, permission.role, dossier)
    case 'assignee':
      return (
        holdsRole(actor, permission.role, dossier) &&
        actor.capacity.kind === 'officer' &&
        actor.capacity.postId === dossier.assigneePostId
      )
  }
}

type PersonActor = Extract<Actor, { kind: 'person' }>

function owns(actor: PersonActor, dossier: DossierFacts): boolean {
  if (actor.capacity.kind === 'self')
    return dossier.organisationId === null && actor.personId === dossier.submitterPersonId
  return (
    actor.capacity.kind === 'organisation' &&
    actor.capacity.organisationId === dossier.organisationId
  )
}

function holdsRole(
  actor: PersonActor,
  role: OfficerRole | undefined,
  dossier: DossierFacts,
): boolean {
  return (
    actor.capacity.kind === 'officer' &&
    actor.capacity.agencyId === dossier.solvingAgencyId &&
    role !== undefined &&
    actor.capacity.roles.includes(role)
  )
}

function hasPerformed(
  actor: Actor,
  events: readonly LicenceEvent[],
  dossier: DossierFacts,
): boolean {
  if (actor.kind === 'system') return false
  return dossier.performed.some(
    (done) => done.personId === actor.personId && events.some((event) => event === done.event),
  )
}
