import { db, inTransaction } from '@/db/client'
import { getOrganisation } from '@/db/queries/identity'
import {
  type Colleague,
  findRepresentatives,
  listMemberships,
  type MemberLine,
  setMembersMayFile,
} from '@/db/queries/memberships'
import type { MemberPowers, PersonActor } from '@/lib/identity/actor'
import { reachOf } from '@/lib/identity/member-rights'
import { accept, type Result, refuse } from '@/lib/shared/result'

export type MemberStanding = 'invited' | 'coming' | 'active' | 'over' | 'ended'

export type OrganisationView = {
  name: string
  taxCode: string
  kind: 'organisation' | 'household'
  membersMayFile: boolean
  /** The membership in which the actor acts; whoever represents the organisation has none. */
  own: (MemberPowers & { membershipId: string; validFrom: Date; validTo: Date | null }) | null
  manages: boolean
  representatives: Colleague[]
  /** Empty for whoever may not see who else works here. */
  members: (Pick<
    MemberLine,
    | 'id'
    | 'role'
    | 'procedures'
    | 'mayFile'
    | 'paperNumber'
    | 'paperDay'
    | 'validFrom'
    | 'validTo'
    | 'email'
    | 'endedAt'
  > & { name: string; standing: MemberStanding })[]
}

/** The organisation that the actor acts for, with its people as far as they may see them. */
export async function viewOrganisation(
  actor: PersonActor,
  at: Date,
): Promise<OrganisationView | undefined> {
  const { capacity } = actor
  if (capacity.kind !== 'organisation') return undefined
  const { organisationId, member, mandateId } = capacity
  const { name, taxCode, kind, membersMayFile } = await getOrganisation(db, organisationId)
  const rows = await listMemberships(db, organisationId)
  const own = rows.find(({ id }) => id === mandateId)
  const sees = reachOf(actor, 'view-members') === 'all'
  return {
    name,
    taxCode,
    kind,
    membersMayFile,
    own:
      own && member
        ? { ...member, membershipId: own.id, validFrom: own.validFrom, validTo: own.validTo }
        : null,
    manages: reachOf(actor, 'manage-members') === 'all',
    representatives: await findRepresentatives(db, organisationId, at),
    members: sees ? rows.map((row) => shown(row, at)) : [],
  }
}

function shown(row: MemberLine, at: Date): OrganisationView['members'][number] {
  const { id, role, procedures, mayFile, paperNumber, paperDay, validFrom, validTo } = row
  const { email, endedAt } = row
  const name = row.fullName ?? row.name
  const paper = { paperNumber, paperDay, validFrom, validTo }
  return {
    id,
    role,
    procedures,
    mayFile,
    ...paper,
    email,
    endedAt,
    name,
    standing: standingOf(row, at),
  }
}

/** How a membership stands at a moment. */
export function standingOf(
  { personId, validFrom, validTo, endedAt }: MembershipDates,
  at: Date,
): MemberStanding {
  if (endedAt) return 'ended'
  if (validTo && validTo <= at) return 'over'
  if (!personId) return 'invited'
  return validFrom > at ? 'coming' : 'active'
}

/** Whether a membership can still be ended. */
export function isOpenStanding(standing: MemberStanding): boolean {
  return standing === 'invited' || standing === 'coming' || standing === 'active'
}

type MembershipDates = Pick<MemberLine, 'personId' | 'validFrom' | 'validTo' | 'endedAt'>

/** Whether the organisation's preparers file without its representative's approval. */
export async function changeFilingRule(
  actor: PersonActor,
  membersMayFile: boolean,
): Promise<Result<undefined, { code: 'not-representative' }>> {
  const { capacity } = actor
  if (capacity.kind !== 'organisation' || reachOf(actor, 'manage-members') !== 'all')
    return refuse({ code: 'not-representative' })
  await inTransaction((tx) => setMembersMayFile(tx, capacity.organisationId, membersMayFile))
  return accept(undefined)
}
