import { randomBytes } from 'node:crypto'
import { inTransaction, type Transaction } from '@/db/client'
import { getOrganisation } from '@/db/queries/identity'
import { promiseJobs } from '@/db/queries/jobs'
import {
  insertMembership,
  listMemberships,
  lockOrganisation,
  type MemberLine,
} from '@/db/queries/memberships'
import { insertLetter } from '@/db/queries/notifications'
import { listProcedures } from '@/lib/administration/published-procedures'
import type { PersonActor } from '@/lib/identity/actor'
import { reachOf } from '@/lib/identity/member-rights'
import { keyedHash } from '@/lib/server/keyed-hash'
import { nationalIdLookup, seal } from '@/lib/server/sealed'
import { newId } from '@/lib/shared/ids'
import { accept, type Result, refuse } from '@/lib/shared/result'
import {
  type Invitation,
  type InvitationFault,
  judgeInvitation,
  periodOf,
} from '@/lib/workspace/invitation-rules'

export type InviteRefusal =
  | { code: InvitationFault }
  | { code: 'not-representative' | 'unknown-procedure' | 'already-member' | 'too-many-invitations' }

const MOST_UNANSWERED = 20

type Inviting = { actor: PersonActor; invitation: Invitation; at: Date }
type Written = { invitation: Invitation; organisationId: string; by: string; at: Date }

/**
 * Lets a person work for the organisation that the actor represents, found by national identifier at their
 * next sign-in, or by a link to their mailbox. `at` is the time of the law.
 */
export async function inviteMember({
  actor,
  invitation,
  at,
}: Inviting): Promise<Result<{ membershipId: string }, InviteRefusal>> {
  const { capacity } = actor
  if (capacity.kind !== 'organisation' || reachOf(actor, 'manage-members') !== 'all')
    return refuse({ code: 'not-representative' })
  const fault = judgeInvitation(invitation, at)
  if (fault) return refuse({ code: fault })
  if (!(await knowsAll(invitation.procedures))) return refuse({ code: 'unknown-procedure' })
  const { organisationId } = capacity
  return inTransaction(async (tx): Promise<Result<{ membershipId: string }, InviteRefusal>> => {
    await lockOrganisation(tx, organisationId)
    const written = { invitation, organisationId, by: actor.personId, at }
    const known = await listMemberships(tx, organisationId)
    if (isTaken(known, written)) return refuse({ code: 'already-member' })
    if (invitation.email && known.filter(isUnanswered).length >= MOST_UNANSWERED)
      return refuse({ code: 'too-many-invitations' })
    return accept({ membershipId: await write(tx, written) })
  })
}

/** The keyed hash by which an invitation's link is found. */
export function invitationTokenHash(token: string): string {
  return keyedHash('workspace-invitation', token)
}

async function knowsAll(procedures: readonly string[]): Promise<boolean> {
  if (procedures.length === 0) return true
  const known = (await listProcedures()).map(({ key }) => key)
  return procedures.every((key) => known.includes(key))
}

/** Whether the same person holds or is offered the same role already. */
function isTaken(
  known: readonly MemberLine[],
  { invitation: { nationalId, email, role }, at }: Written,
): boolean {
  const lookup = nationalId ? nationalIdLookup(nationalId) : null
  return known.some(
    (row) =>
      row.role === role &&
      row.endedAt === null &&
      (row.validTo === null || row.validTo > at) &&
      (lookup === null ? row.email === email : row.nationalIdHash === lookup),
  )
}

/** A letter went out and nobody came: the portal writes to strangers only so often. */
const isUnanswered = ({ email, personId, endedAt }: MemberLine) =>
  email !== null && personId === null && endedAt === null

async function write(tx: Transaction, written: Written): Promise<string> {
  const { invitation, organisationId, by, at } = written
  const { name, role, nationalId, email, procedures, mayFile, paperNumber, paperDay } = invitation
  const id = newId()
  // Found at the next sign-in: to look now would tell who has an account here.
  const nationalIdHash = nationalId ? nationalIdLookup(nationalId) : null
  const token = nationalIdHash ? undefined : randomBytes(32).toString('base64url')
  await insertMembership(tx, {
    id,
    organisationId,
    name,
    role,
    nationalIdHash,
    email: email ?? null,
    tokenHash: token ? invitationTokenHash(token) : null,
    procedures: [...procedures],
    mayFile: role === 'consultant' && mayFile,
    paperNumber: paperNumber ?? null,
    paperDay: paperDay ?? null,
    ...periodOf(invitation, at),
    invitedBy: by,
    createdAt: at,
  })
  if (token && email) await writeLetter(tx, { ...written, token, email, id })
  return id
}

type Letter = Written & { token: string; email: string; id: string }

async function writeLetter(tx: Transaction, letter: Letter): Promise<void> {
  const { invitation, organisationId, token, email, id } = letter
  const organisation = await getOrganisation(tx, organisationId)
  const messageId = newId()
  await insertLetter(tx, {
    id: messageId,
    kind: 'workspace-invitation',
    recipientPersonId: null,
    addressSealed: seal(email),
    locale: 'vi',
    params: {
      name: invitation.name,
      organisation: organisation.name,
      sealedToken: seal(token),
    },
    messageId: `workspace-invitation-${id}`,
    createdAt: new Date(),
  })
  const key = `send-mail:${messageId}`
  await promiseJobs(tx, [{ kind: 'send-mail', payload: { messageId }, key }])
}
