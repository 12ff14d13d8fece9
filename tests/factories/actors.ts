import type { MemberPowers, PersonActor } from '@/lib/identity/actor'
import type { MemberRole, OfficerRole } from '@/lib/workflow/roles'

const person = (personId: string): Omit<PersonActor, 'capacity'> => ({
  kind: 'person',
  personId,
  sessionId: `session-of-${personId}`,
  signIn: 'eid',
  assurance: 2,
  fullName: `Người ${personId}`,
})

/** An officer of an agency with one role; the post is named after the person. */
export function officer(
  personId: string,
  role: OfficerRole,
  { agencyId = 'syt-01', postId = `post-of-${personId}`, roles = [role] } = {},
): PersonActor {
  return {
    ...person(personId),
    capacity: { kind: 'officer', postId, agencyId, position: 'Chuyên viên', roles },
  }
}

/** An applicant who acts for themselves. */
export function applicant(personId: string): PersonActor {
  return { ...person(personId), capacity: { kind: 'self' } }
}

/** An applicant who acts for an organisation. */
export function representative(personId: string, organisationId: string): PersonActor {
  const capacity = {
    kind: 'organisation',
    organisationId,
    mandateId: `mandate-of-${personId}`,
    organisationName: 'Công ty Mẫu',
  } as const
  return { ...person(personId), capacity }
}

/** Somebody to whom an organisation gave a role: 'clinic' unless it is said which. */
export function member(
  personId: string,
  role: MemberRole,
  { organisationId = 'clinic', procedures = [], mayFile = false }: Membership = {},
): PersonActor {
  const capacity = {
    kind: 'organisation',
    organisationId,
    mandateId: `membership-of-${personId}`,
    organisationName: 'Công ty Mẫu',
    member: { role, procedures, mayFile },
  } as const
  return { ...person(personId), capacity }
}
type Membership = Partial<MemberPowers> & { organisationId?: string }
