import type { DraftOwner } from '@/db/queries/drafts'
import type { Actor } from '@/lib/identity/actor'
import { reachOf } from '@/lib/identity/member-rights'
import type { WorkspaceRight } from '@/lib/identity/member-rows'

/**
 * For whom an applicant writes: themselves, or the organisation they act for, as far as their role in it
 * reaches. Undefined for whoever lacks the right; officers and jobs write no drafts.
 */
export function draftOwner(actor: Actor, right: WorkspaceRight): DraftOwner | undefined {
  if (actor.kind !== 'person') return undefined
  const reach = reachOf(actor, right)
  if (!reach) return undefined
  const { personId, capacity } = actor
  if (capacity.kind !== 'organisation') return { personId, organisationId: null }
  return {
    personId,
    organisationId: capacity.organisationId,
    procedures: capacity.member?.procedures ?? [],
    ...(reach === 'given-sections' ? { givenOnly: true } : {}),
  }
}
