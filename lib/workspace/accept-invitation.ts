import { db, inTransaction } from '@/db/client'
import { findInvitation, type MembershipRow, takeUpInvitation } from '@/db/queries/memberships'
import type { SignedIn } from '@/lib/identity/sessions'
import { foldVietnamese } from '@/lib/procedures/fold-vietnamese'
import { accept, type Result, refuse } from '@/lib/shared/result'
import { invitationTokenHash } from '@/lib/workspace/invite-member'

const DAY = 24 * 60 * 60_000
/** How long a link in a letter leads somewhere; chosen by the product. */
const LINK_DAYS = 30

export type AcceptRefusal = {
  code: 'invitation-unknown' | 'invitation-other-name' | 'invitation-needs-eid'
}
type Opened = Pick<MembershipRow, 'role' | 'validFrom' | 'validTo'> & { organisationName: string }
type Visit = { token: string; at: Date }

/** What the link from a mailbox invites to. */
export async function viewInvitation(
  person: SignedIn,
  visit: Visit,
): Promise<Result<Opened, AcceptRefusal>> {
  const found = await findFor(person, visit)
  if (!found.ok) return found
  const { invitation, organisationName } = found.value
  const { role, validFrom, validTo } = invitation
  return accept({ role, validFrom, validTo, organisationName })
}

/** Takes up the invitation: from now on the person may act for the organisation in that role. */
export async function acceptInvitation(
  person: SignedIn,
  visit: Visit,
): Promise<Result<{ membershipId: string }, AcceptRefusal>> {
  const found = await findFor(person, visit)
  if (!found.ok) return found
  const { id } = found.value.invitation
  const taken = await inTransaction((tx) =>
    takeUpInvitation(tx, id, { personId: person.personId, at: visit.at }),
  )
  return taken ? accept({ membershipId: id }) : refuse({ code: 'invitation-unknown' })
}

/** A link may go astray: whoever takes it up has proved who they are, and bears the name that was invited. */
async function findFor(person: SignedIn, { token, at }: Visit) {
  if (person.signIn !== 'eid') return refuse({ code: 'invitation-needs-eid' as const })
  const since = new Date(at.getTime() - LINK_DAYS * DAY)
  const found = await findInvitation(db, invitationTokenHash(token), { at, since })
  if (!found) return refuse({ code: 'invitation-unknown' as const })
  return foldVietnamese(found.invitation.name) === foldVietnamese(person.fullName)
    ? accept(found)
    : refuse({ code: 'invitation-other-name' as const })
}
