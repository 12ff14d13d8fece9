import type { Actor, PersonActor } from '@/lib/identity/actor'
import { memberMay } from '@/lib/identity/member-rights'
import { PERMISSIONS, type Permission, type Right } from '@/lib/identity/permission-rows'
import type { LicenceState } from '@/lib/workflow/flows/licence-states'
import type { FiledElsewhere } from '@/lib/workflow/passing-on'
import type { OfficerRole } from '@/lib/workflow/roles'

/** What a decision about a dossier needs to know of it. */
export type DossierFacts = {
  flow: 'licence'
  procedureKey: string
  state: LicenceState
  submitterPersonId: string
  organisationId: string | null
  solvingAgencyId: string
  receivingAgencyId: string
  filedElsewhere: FiledElsewhere
  transferToAgencyId: string | null
  assigneePostId: string | null
  /** Who did what so far; with a delegated act, both the doer and the one they stood in for. */
  performed: readonly { event: string; personId: string | null; forPersonId?: string | null }[]
  /** Officers who declared an interest: the dossier does not exist for them any more. */
  conflictedPersonIds: readonly string[]
}

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
    isLent(actor, right, dossier) &&
    !hasPerformed(actor, permission.notAfter ?? [], dossier)
  )
}

function stands(actor: Actor, permission: Permission, dossier: DossierFacts): boolean {
  if (actor.kind === 'system') return permission.relation === 'job'
  switch (permission.relation) {
    case 'job':
      return false
    case 'owner':
      return owns(actor, dossier) && memberMay(actor, permission.right, dossier)
    case 'agency':
      return holdsRole(actor, permission.role, dossier)
    case 'transferee':
      return (
        dossier.transferToAgencyId !== null &&
        holdsRole(actor, permission.role, {
          ...dossier,
          solvingAgencyId: dossier.transferToAgencyId,
        })
      )
    case 'receiver':
      return (
        dossier.filedElsewhere !== null &&
        holdsRole(actor, permission.role, {
          ...dossier,
          solvingAgencyId: dossier.receivingAgencyId,
        })
      )
    case 'assignee':
      return (
        holdsRole(actor, permission.role, dossier) &&
        actor.capacity.kind === 'officer' &&
        actor.capacity.postId === dossier.assigneePostId
      )
  }
}

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
    actor.capacity.roles.includes(role) &&
    !dossier.conflictedPersonIds.includes(actor.personId)
  )
}

/** Lent powers reach as far as the paper that lent them: these acts, these procedures. Looking comes with them. */
function isLent(actor: Actor, right: Right, dossier: DossierFacts): boolean {
  if (actor.kind === 'system' || actor.capacity.kind !== 'officer') return true
  const { delegation } = actor.capacity
  if (!delegation) return true
  if (dossier.conflictedPersonIds.includes(delegation.principalPersonId)) return false
  const { events, procedures } = delegation
  const covered = procedures.length === 0 || procedures.includes(dossier.procedureKey)
  return covered && (right.startsWith('view-') || events.some((event) => event === right))
}

/** Four eyes hold for the person and, with lent powers, for the one they stand in for. */
function hasPerformed(actor: Actor, events: readonly string[], dossier: DossierFacts): boolean {
  if (actor.kind === 'system') return false
  const { capacity } = actor
  const principal = capacity.kind === 'officer' ? capacity.delegation?.principalPersonId : undefined
  const people = [actor.personId, ...(principal ? [principal] : [])]
  return dossier.performed.some(
    ({ event, personId, forPersonId }) =>
      events.includes(event) &&
      people.some((person) => person === personId || person === forPersonId),
  )
}
