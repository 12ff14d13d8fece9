import type { DraftOwner } from '@/db/queries/drafts'
import type { Actor } from '@/lib/identity/actor'

/** For whom an applicant writes: themselves, or the organisation they act for. Officers and jobs write no drafts. */
export function draftOwner(actor: Actor): DraftOwner | undefined {
  if (actor.kind !== 'person' || actor.capacity.kind === 'officer') return undefined
  const { personId, capacity } = actor
  return {
    personId,
    organisationId: capacity.kind === 'organisation' ? capacity.organisationId : null,
  }
}
