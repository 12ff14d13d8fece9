import type { Actor } from '@/lib/identity/actor'

/** Who did it, as an event and a refused attempt keep it: a person with their post, or a job. */
export function actorColumns(actor: Actor) {
  if (actor.kind === 'system')
    return {
      actorKind: 'system' as const,
      actorPersonId: null,
      actorPostId: null,
      actorOrganisationId: null,
      actorJob: actor.job,
      actingForPostId: null,
    }
  const { capacity } = actor
  return {
    actorKind: 'person' as const,
    actorPersonId: actor.personId,
    actorPostId: capacity.kind === 'officer' ? capacity.postId : null,
    actorOrganisationId: capacity.kind === 'organisation' ? capacity.organisationId : null,
    actorJob: null,
    actingForPostId:
      capacity.kind === 'officer' ? (capacity.delegation?.principalPostId ?? null) : null,
  }
}
