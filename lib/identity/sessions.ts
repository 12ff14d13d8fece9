import { db, type Queryable } from '@/db/client'
import {
  findLiveSession,
  insertSession,
  type LiveSession,
  revokeSession,
  touchSession,
} from '@/db/queries/sessions'
import type {
  Assurance,
  Capacity,
  OfficerCapacity,
  PersonActor,
  SignInWay,
} from '@/lib/identity/actor'
import { borrowedCapacity } from '@/lib/identity/lent-powers'
import { memberCapacity } from '@/lib/identity/memberships'
import { keyedHash, sameText } from '@/lib/server/keyed-hash'
import { newId } from '@/lib/shared/ids'

const MINUTE = 60_000
const IDLE = 15 * MINUTE
/** Longest life of a session in seconds, however busy it is; the cookie lives as long. */
export const SESSION_SECONDS: number = 12 * 60 * 60
/** A call within this time of the last one is not written down again. */
const SEEN_GRAIN = MINUTE / 2

/** Who signed in; the capacity is null until one is chosen, and again once the appointment ended. */
export type SignedIn = Omit<PersonActor, 'capacity'> & {
  capacity: Capacity | null
  /** The agency of an officer's post, for the screen. */
  agencyName: string | null
}

export type NewSession = {
  personId: string
  signIn: SignInWay
  assurance: Assurance | null
  userAgent: string
}

/** Opens a session; each sign-in gets a fresh one. `now` is real time. @returns its id */
export async function openSession(
  tx: Queryable,
  { personId, signIn, assurance, userAgent }: NewSession,
  now: Date,
): Promise<string> {
  const id = newId()
  await insertSession(tx, {
    id,
    personId,
    signIn,
    assurance,
    capacity: null,
    createdAt: now,
    lastSeenAt: now,
    expiresAt: new Date(now.getTime() + SESSION_SECONDS * 1000),
    userAgentHash: hashOf(userAgent),
  })
  return id
}

export type SessionCall = {
  sessionId: string
  userAgent: string
  /** Real time. */
  now: Date
  /** Time of the law, by which mandates and posts are judged. */
  lawTime: Date
}

/**
 * Who stands behind a session, read afresh on each call, so that a revoked session and an ended post
 * are dead at once. A call keeps the session awake: 15 minutes without one end it. A cookie that
 * turns up in another browser than the one it was given to is worth nothing.
 */
export async function findSignedIn(call: SessionCall): Promise<SignedIn | undefined> {
  const { sessionId: id, now, lawTime } = call
  const seenAfter = new Date(now.getTime() - IDLE)
  const live = await findLiveSession(db, { id, now, seenAfter, lawTime })
  if (!live || !sameText(live.session.userAgentHash ?? '', hashOf(call.userAgent))) return undefined
  const seenBefore = new Date(now.getTime() - SEEN_GRAIN)
  if (live.session.lastSeenAt < seenBefore) await touchSession(db, { id, now, seenBefore })
  return signedIn(live)
}

/** Ends the session at once, wherever its cookie may still be. */
export function endSession(sessionId: string, now: Date): Promise<void> {
  return revokeSession(db, sessionId, now)
}

function signedIn(live: LiveSession): SignedIn {
  const { session, person, agency } = live
  return {
    kind: 'person',
    personId: session.personId,
    sessionId: session.id,
    signIn: session.signIn,
    assurance: session.assurance,
    fullName: person.fullName,
    capacity: capacityOf(live),
    agencyName: agency?.nameVi ?? null,
  }
}

function capacityOf(live: LiveSession): Capacity | null {
  const { session, organisation, membership, post, lent } = live
  const stored = session.capacity
  switch (stored?.kind) {
    case 'self':
      return stored
    case 'organisation':
      return organisation && { ...stored, organisationName: organisation.name }
    case 'member':
      return organisation && membership && memberCapacity(organisation, membership)
    case 'officer':
      return post && officerCapacity(post, { borrowed: stored.delegationId !== undefined, lent })
    case undefined:
      return null
  }
}

type Post = NonNullable<LiveSession['post']>
type Lending = { borrowed: boolean; lent: LiveSession['lent'] }

/** Borrowed powers end with the paper: what is left is no capacity at all, never the own one unasked. */
function officerCapacity(post: Post, { borrowed, lent }: Lending): OfficerCapacity | null {
  const own: OfficerCapacity = {
    kind: 'officer',
    postId: post.id,
    agencyId: post.agencyId,
    position: post.position,
    roles: post.roles,
  }
  if (!borrowed) return own
  return lent && borrowedCapacity(own, lent)
}

function hashOf(userAgent: string): string {
  return keyedHash('user-agent', userAgent)
}
