import { and, eq, gt, isNull, lt, sql } from 'drizzle-orm'
import type { Queryable } from '@/db/client'
import { agencies, officerPosts } from '@/db/schema/agencies'
import {
  mandates,
  organisations,
  people,
  type StoredCapacity,
  sessions,
} from '@/db/schema/identity'
import { delegations } from '@/db/schema/inside'
import { memberships } from '@/db/schema/workspace'
import { type LentRow, lenderPosts, lenders, lentColumns, lentNow } from './delegations'
import { holds } from './identity'
import { liveMembership, type MembershipRow } from './memberships'

export type SessionRow = typeof sessions.$inferSelect

export function insertSession(tx: Queryable, row: typeof sessions.$inferInsert) {
  return tx.insert(sessions).values(row)
}

export type LiveSession = {
  session: SessionRow
  person: { fullName: string; locale: 'vi' | 'en' }
  organisation: typeof organisations.$inferSelect | null
  /** The membership that the capacity names, while it lasts. */
  membership: MembershipRow | null
  post: typeof officerPosts.$inferSelect | null
  agency: typeof agencies.$inferSelect | null
  /** The powers that the capacity borrows, while they are lent. */
  lent: LentRow | null
}

type Wanted = {
  id: string
  /** Real time. */
  now: Date
  /** The last call must lie after this moment. */
  seenAfter: Date
  /** Time of the law: mandates and posts are judged by it. */
  lawTime: Date
}

/**
 * The session with the appointment that its capacity names, in one query, if it lives: not revoked,
 * not too old, not idle. An appointment that ended comes back as null.
 */
export async function findLiveSession(
  tx: Queryable,
  { id, now, seenAfter, lawTime }: Wanted,
): Promise<LiveSession | undefined> {
  const [row] = await tx
    .select({
      session: sessions,
      person: { fullName: people.fullName, locale: people.locale },
      organisation: organisations,
      membership: memberships,
      post: officerPosts,
      agency: agencies,
      ...lentColumns,
    })
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.personId))
    .leftJoin(mandates, and(named('mandateId', mandates), holds(mandates.validTo, lawTime)))
    .leftJoin(memberships, and(named('membershipId', memberships), liveMembership(lawTime)))
    .leftJoin(
      organisations,
      sql`${organisations.id} = coalesce(${mandates.organisationId}, ${memberships.organisationId})`,
    )
    .leftJoin(
      officerPosts,
      and(named('postId', officerPosts), holds(officerPosts.validTo, lawTime)),
    )
    .leftJoin(agencies, eq(agencies.id, officerPosts.agencyId))
    .leftJoin(delegations, borrowed(lawTime))
    .leftJoin(
      lenderPosts,
      and(eq(lenderPosts.id, delegations.fromPostId), holds(lenderPosts.validTo, lawTime)),
    )
    .leftJoin(lenders, eq(lenders.id, lenderPosts.personId))
    .where(
      and(
        eq(sessions.id, id),
        isNull(sessions.revokedAt),
        gt(sessions.expiresAt, now),
        gt(sessions.lastSeenAt, seenAfter),
      ),
    )
  if (!row) return undefined
  const { delegation, lenderPost, lender, ...live } = row
  const lent = delegation && lenderPost && lender ? { delegation, lenderPost, lender } : null
  return { ...live, lent }
}

/** The appointment of the session's person that the capacity names. */
function named(
  key: 'mandateId' | 'membershipId' | 'postId',
  table: typeof mandates | typeof memberships | typeof officerPosts,
) {
  return and(
    sql`${table.id} = (${sessions.capacity} ->> ${key})::uuid`,
    eq(table.personId, sessions.personId),
  )
}

/** The powers that the capacity borrows for its post, as long as they are lent. */
function borrowed(lawTime: Date) {
  return and(
    sql`${delegations.id} = (${sessions.capacity} ->> 'delegationId')::uuid`,
    eq(delegations.toPostId, officerPosts.id),
    lentNow(lawTime),
  )
}

/** Notes that the person is there; at most once in the given stretch, to spare the write. */
export async function touchSession(
  tx: Queryable,
  { id, now, seenBefore }: { id: string; now: Date; seenBefore: Date },
): Promise<void> {
  await tx
    .update(sessions)
    .set({ lastSeenAt: now })
    .where(and(eq(sessions.id, id), lt(sessions.lastSeenAt, seenBefore)))
}

export async function setCapacity(
  tx: Queryable,
  id: string,
  capacity: StoredCapacity,
): Promise<void> {
  await tx.update(sessions).set({ capacity }).where(eq(sessions.id, id))
}

/** Ends one session; a second end changes nothing. */
export async function revokeSession(tx: Queryable, id: string, now: Date): Promise<void> {
  await tx
    .update(sessions)
    .set({ revokedAt: now })
    .where(and(eq(sessions.id, id), isNull(sessions.revokedAt)))
}

/** Ends every session of a person: after a demotion, or a credential that leaked. */
export async function revokeSessionsOf(
  tx: Queryable,
  personId: string,
  now: Date,
): Promise<number> {
  const rows = await tx
    .update(sessions)
    .set({ revokedAt: now })
    .where(and(eq(sessions.personId, personId), isNull(sessions.revokedAt)))
    .returning({ id: sessions.id })
  return rows.length
}
