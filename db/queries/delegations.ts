import { and, asc, desc, eq, gt, isNull, lte } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Queryable, Transaction } from '@/db/client'
import { agencies, officerPosts } from '@/db/schema/agencies'
import { people } from '@/db/schema/identity'
import { delegations } from '@/db/schema/inside'
import { holds } from './identity'

export type DelegationRow = typeof delegations.$inferSelect

/** Who lends: the post and the person who holds it. */
export const lenderPosts = alias(officerPosts, 'lender_posts')
export const lenders = alias(people, 'lenders')

/** Whether powers are lent at a moment: begun, not over, not taken back. */
export function lentNow(at: Date) {
  return and(
    lte(delegations.validFrom, at),
    gt(delegations.validTo, at),
    isNull(delegations.revokedAt),
  )
}

/** What a borrowed capacity consists of: the paper, the post it stands in for, and who holds that. */
export const lentColumns = {
  delegation: {
    id: delegations.id,
    toPostId: delegations.toPostId,
    events: delegations.events,
    procedures: delegations.procedures,
    capacity: delegations.capacity,
    validTo: delegations.validTo,
  },
  lenderPost: { id: lenderPosts.id, position: lenderPosts.position, roles: lenderPosts.roles },
  lender: { personId: lenders.id, fullName: lenders.fullName },
}

type Post = typeof officerPosts.$inferSelect

export type LentRow = {
  delegation: Pick<
    DelegationRow,
    'id' | 'toPostId' | 'events' | 'procedures' | 'capacity' | 'validTo'
  >
  lenderPost: Pick<Post, 'id' | 'position' | 'roles'>
  lender: { personId: string; fullName: string }
}

/** The powers lent to a person's posts at a moment; a lender who left takes theirs along. */
export async function findLentTo(
  tx: Queryable,
  personId: string,
  at: Date,
): Promise<(LentRow & { position: string; agencyName: string })[]> {
  return tx
    .select({ ...lentColumns, position: officerPosts.position, agencyName: agencies.nameVi })
    .from(delegations)
    .innerJoin(officerPosts, eq(officerPosts.id, delegations.toPostId))
    .innerJoin(agencies, eq(agencies.id, delegations.agencyId))
    .innerJoin(lenderPosts, eq(lenderPosts.id, delegations.fromPostId))
    .innerJoin(lenders, eq(lenders.id, lenderPosts.personId))
    .where(
      and(
        eq(officerPosts.personId, personId),
        holds(officerPosts.validTo, at),
        holds(lenderPosts.validTo, at),
        lentNow(at),
      ),
    )
    .orderBy(asc(delegations.validTo), asc(delegations.id))
}

export async function insertDelegation(
  tx: Transaction,
  row: typeof delegations.$inferInsert,
): Promise<void> {
  await tx.insert(delegations).values(row)
}

export async function findDelegation(
  tx: Queryable,
  id: string,
): Promise<DelegationRow | undefined> {
  const [row] = await tx.select().from(delegations).where(eq(delegations.id, id))
  return row
}

/** Takes powers back; a second time changes nothing. @returns whether it was the first */
export async function endDelegation(
  tx: Transaction,
  id: string,
  { by, at }: { by: string; at: Date },
): Promise<boolean> {
  const ended = await tx
    .update(delegations)
    .set({ revokedAt: at, revokedBy: by })
    .where(and(eq(delegations.id, id), isNull(delegations.revokedAt)))
    .returning({ id: delegations.id })
  return ended.length === 1
}

export type NamedDelegation = DelegationRow & {
  fromName: string
  fromPosition: string
  toName: string
  toPosition: string
}

const LISTED = 200

/** What an agency's officers lent each other, newest first; only what one post lent when it is named. */
export async function listDelegations(
  tx: Queryable,
  { agencyId, fromPostId }: { agencyId: string; fromPostId: string | null },
): Promise<NamedDelegation[]> {
  const rows = await tx
    .select({
      delegation: delegations,
      fromName: lenders.fullName,
      fromPosition: lenderPosts.position,
      toName: people.fullName,
      toPosition: officerPosts.position,
    })
    .from(delegations)
    .innerJoin(officerPosts, eq(officerPosts.id, delegations.toPostId))
    .innerJoin(people, eq(people.id, officerPosts.personId))
    .innerJoin(lenderPosts, eq(lenderPosts.id, delegations.fromPostId))
    .innerJoin(lenders, eq(lenders.id, lenderPosts.personId))
    .where(
      and(
        eq(delegations.agencyId, agencyId),
        fromPostId ? eq(delegations.fromPostId, fromPostId) : undefined,
      ),
    )
    .orderBy(desc(delegations.createdAt), desc(delegations.id))
    .limit(LISTED)
  return rows.map(({ delegation, ...names }) => ({ ...delegation, ...names }))
}
