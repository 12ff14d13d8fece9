import { db, inTransaction } from '@/db/client'
import { findPostsOfAgency, type PostWithName } from '@/db/queries/agencies'
import {
  endDelegation,
  findDelegation,
  insertDelegation,
  listDelegations,
  type NamedDelegation,
} from '@/db/queries/delegations'
import {
  type DelegationPaper,
  judgePaper,
  lendsSignature,
  momentsOf,
  type PaperRefusal,
} from '@/lib/administration/delegation-rules'
import { signsForLeader } from '@/lib/administration/leader-certificate'
import { listProcedures } from '@/lib/administration/published-procedures'
import { dayOf } from '@/lib/deadlines/day'
import type { OfficerCapacity, PersonActor } from '@/lib/identity/actor'
import { lendableEvents } from '@/lib/identity/lent-powers'
import { newId } from '@/lib/shared/ids'
import { accept, type Result, refuse } from '@/lib/shared/result'
import type { LicenceEvent } from '@/lib/workflow/flows/licence-events'

export type Lending = DelegationPaper & {
  actor: PersonActor
  fromPostId: string
  toPostId: string
  /** By the law's clock. */
  at: Date
}
export type LendRefusal =
  | PaperRefusal
  | { code: 'borrowed-power' }
  | { code: 'delegation-not-yours' }
  | { code: 'unknown-post' }
  | { code: 'unknown-procedure' }
  | { code: 'no-certificate' }

/**
 * Lends powers of a post to another post of the same agency, for a time, by a paper (Decree 30/2020
 * Art. 13). The lender does it, or the agency's administrator on their paper; who acts with borrowed powers
 * cannot lend them on.
 */
export async function lendPowers(
  lending: Lending,
): Promise<Result<{ delegationId: string }, LendRefusal>> {
  const office = officeOf(lending.actor)
  if (!office.ok) return office
  const posts = await findPostsOfAgency(db, { agencyId: office.value.agencyId, at: lending.at })
  const lender = posts.find(({ id }) => id === lending.fromPostId)
  const borrower = posts.find(({ id }) => id === lending.toPostId)
  if (!lender || !borrower) return refuse({ code: 'unknown-post' })
  if (!maySpeakFor(office.value, lender)) return refuse({ code: 'delegation-not-yours' })
  if (!(await knowsAll(lending.procedures))) return refuse({ code: 'unknown-procedure' })
  const sound = judgePaper(lending, { lender, borrower, today: dayOf(lending.at) })
  if (!sound.ok) return sound
  const signing = await maySignFor(lending, { lender, borrower })
  if (!signing.ok) return signing
  const delegationId = newId()
  await inTransaction((tx) => insertDelegation(tx, rowOf(lending, delegationId, lender.agencyId)))
  return accept({ delegationId })
}

/** A deputy signs in the head's place already and cannot lend that on; a signature needs one's own key. */
async function maySignFor(
  paper: DelegationPaper,
  { lender, borrower }: { lender: PostWithName; borrower: PostWithName },
): Promise<Result<undefined, LendRefusal>> {
  if (!lendsSignature(paper)) return accept(undefined)
  if (lender.capacityLines.length > 1) return refuse({ code: 'borrowed-power' })
  return (await signsForLeader(borrower.signingKeyId))
    ? accept(undefined)
    : refuse({ code: 'no-certificate' })
}

/** Takes lent powers back at once: the next request of whoever holds them finds them gone. */
export async function takeBackPowers(
  actor: PersonActor,
  { delegationId, at }: { delegationId: string; at: Date },
): Promise<Result<undefined, LendRefusal | { code: 'delegation-unknown' }>> {
  const office = officeOf(actor)
  if (!office.ok) return office
  const row = await findDelegation(db, delegationId)
  if (row?.agencyId !== office.value.agencyId) return refuse({ code: 'delegation-unknown' })
  if (!isAdministrator(office.value) && row.fromPostId !== office.value.postId)
    return refuse({ code: 'delegation-not-yours' })
  const first = await inTransaction((tx) =>
    endDelegation(tx, delegationId, { by: actor.personId, at }),
  )
  return first ? accept(undefined) : refuse({ code: 'delegation-unknown' })
}

export type DelegationDesk = {
  rows: (NamedDelegation & { standing: 'coming' | 'lent' | 'over' | 'taken-back' })[]
  /** Posts whose powers the officer may lend, with the acts each holds. */
  lenders: { post: PostWithName; events: LicenceEvent[] }[]
  borrowers: PostWithName[]
}

/** All that the page of lent powers shows; undefined for whoever has nothing to lend. */
export async function viewDelegations(
  actor: PersonActor,
  at: Date,
): Promise<DelegationDesk | undefined> {
  const office = officeOf(actor)
  if (!office.ok || !mayLend(office.value)) return undefined
  const { agencyId, postId } = office.value
  const fromPostId = isAdministrator(office.value) ? null : postId
  const posts = await findPostsOfAgency(db, { agencyId, at })
  const lenders = posts
    .filter((post) => maySpeakFor(office.value, post))
    .map((post) => ({ post, events: lendableEvents(post.roles) }))
  const rows = await listDelegations(db, { agencyId, fromPostId })
  return {
    rows: rows.map((row) => ({ ...row, standing: standingOf(row, at) })),
    lenders,
    borrowers: posts.filter(({ roles }) => !roles.includes('administrator')),
  }
}

/** Whether the page of lent powers is for this officer. */
export function mayLend(capacity: OfficerCapacity): boolean {
  const lends = capacity.roles.includes('agencyLeader') || capacity.roles.includes('headOfDivision')
  return !capacity.delegation && (lends || isAdministrator(capacity))
}

function officeOf({
  capacity,
}: PersonActor): Result<OfficerCapacity, { code: 'borrowed-power' | 'delegation-not-yours' }> {
  if (capacity.kind !== 'officer') return refuse({ code: 'delegation-not-yours' })
  return capacity.delegation ? refuse({ code: 'borrowed-power' }) : accept(capacity)
}

function isAdministrator({ roles }: OfficerCapacity): boolean {
  return roles.includes('administrator')
}

/** Leaders and heads of division lend their own powers; the administrator enters their papers. */
function maySpeakFor(office: OfficerCapacity, { id, roles }: PostWithName): boolean {
  const lends = roles.includes('agencyLeader') || roles.includes('headOfDivision')
  return lends && (isAdministrator(office) || id === office.postId)
}

async function knowsAll(procedures: readonly string[]): Promise<boolean> {
  if (procedures.length === 0) return true
  const known = (await listProcedures()).map(({ key }) => key)
  return procedures.every((key) => known.includes(key))
}

function rowOf(lending: Lending, id: string, agencyId: string) {
  const { fromPostId, toPostId, events, procedures, capacity, paperNumber, paperDay } = lending
  return {
    id,
    agencyId,
    fromPostId,
    toPostId,
    events: [...events],
    procedures: [...procedures],
    capacity,
    paperNumber,
    paperDay,
    ...momentsOf(lending),
    createdBy: lending.actor.personId,
    createdAt: lending.at,
  }
}

function standingOf(row: NamedDelegation, at: Date) {
  if (row.revokedAt) return 'taken-back'
  if (row.validTo <= at) return 'over'
  return row.validFrom > at ? 'coming' : 'lent'
}
