import type { LentRow } from '@/db/queries/delegations'
import type { LentPowers, OfficerCapacity, PersonActor } from '@/lib/identity/actor'
import { PERMISSIONS } from '@/lib/identity/permission-rows'
import { LICENCE_EVENTS, type LicenceEvent } from '@/lib/workflow/flows/licence-events'
import type { OfficerRole } from '@/lib/workflow/roles'

/** One's own declaration cannot be made by somebody else. */
const PERSONAL: readonly LicenceEvent[] = ['declare-conflict']

/**
 * The acts that whoever holds these roles does by their own right, and may therefore lend (Decree 30/2020
 * Art. 13). What belongs to the person a dossier is assigned to goes with the assignment, not with a paper.
 */
export function lendableEvents(roles: readonly OfficerRole[]): LicenceEvent[] {
  return LICENCE_EVENTS.filter(
    (event) =>
      !PERSONAL.includes(event) &&
      PERMISSIONS.some(
        ({ right, relation, role }) =>
          right === event &&
          (relation === 'agency' || relation === 'receiver') &&
          role !== undefined &&
          roles.includes(role),
      ),
  )
}

/** The lender's place taken up from one's own post: their roles, as far as the paper reaches. */
export function borrowedCapacity(
  own: OfficerCapacity,
  { delegation: paper, lenderPost, lender }: LentRow,
): OfficerCapacity {
  const delegation: LentPowers = {
    delegationId: paper.id,
    principalPostId: lenderPost.id,
    principalPersonId: lender.personId,
    principalName: lender.fullName,
    capacity: paper.capacity,
    events: paper.events,
    procedures: paper.procedures,
  }
  return { ...own, roles: lenderPost.roles, delegation }
}

/** Whose declared interests hide a dossier: one's own, and those of the one in whose place one acts. */
export function eyesOf({ personId, capacity }: PersonActor): string[] {
  const lender = capacity.kind === 'officer' ? capacity.delegation?.principalPersonId : undefined
  return lender ? [personId, lender] : [personId]
}
