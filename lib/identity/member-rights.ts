import type { PersonActor } from '@/lib/identity/actor'
import {
  MEMBER_PERMISSIONS,
  type OrganisationRight,
  type OrganisationRole,
} from '@/lib/identity/member-rows'

/** How far a right reaches: everything of the owner's, or the sections given to the person. */
export type Reach = 'all' | 'given-sections'

/** The role in which a person acts for an organisation; undefined for whoever acts for none. */
export function organisationRole({ capacity }: PersonActor): OrganisationRole | undefined {
  if (capacity.kind !== 'organisation') return undefined
  return capacity.member?.role ?? 'representative'
}

/**
 * How far the actor's right reaches in what they apply for: whoever acts for themselves holds every right
 * of an applicant, officers hold none. Pure: everything it needs comes in.
 */
export function reachOf(actor: PersonActor, right: OrganisationRight): Reach | undefined {
  const { capacity } = actor
  if (capacity.kind === 'officer') return undefined
  if (capacity.kind === 'self') return 'all'
  const role = organisationRole(actor)
  const held = MEMBER_PERMISSIONS.filter(
    (row) =>
      row.role === role &&
      row.right === right &&
      (row.when !== 'may-file' || capacity.member?.mayFile === true),
  )
  if (held.length === 0) return undefined
  return held.some((row) => !row.only) ? 'all' : 'given-sections'
}

/** Whether the actor's powers cover a procedure; a mandate may name a few. */
export function coversProcedure({ capacity }: PersonActor, procedureKey: string): boolean {
  const procedures = capacity.kind === 'organisation' ? (capacity.member?.procedures ?? []) : []
  return procedures.length === 0 || procedures.includes(procedureKey)
}

/** Whether the actor, as one of an organisation's people, holds the whole of a right in a procedure. */
export function memberMay(
  actor: PersonActor,
  right: OrganisationRight,
  { procedureKey }: { procedureKey: string },
): boolean {
  return reachOf(actor, right) === 'all' && coversProcedure(actor, procedureKey)
}
