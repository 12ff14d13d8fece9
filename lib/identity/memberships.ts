import type { OrganisationRow } from '@/db/queries/identity'
import type { MembershipRow } from '@/db/queries/memberships'
import type { Capacity } from '@/lib/identity/actor'

/**
 * The capacity that an organisation gave to a member. Its preparers file without approval when it says so
 * for all of them, a consultant when the mandate says so.
 */
export function memberCapacity(
  { id: organisationId, name, membersMayFile }: OrganisationRow,
  { id, role, procedures, mayFile }: MembershipRow,
): Capacity {
  const files = role === 'preparer' ? membersMayFile : role === 'consultant' && mayFile
  return {
    kind: 'organisation',
    organisationId,
    mandateId: id,
    organisationName: name,
    member: { role, procedures, mayFile: files },
  }
}
