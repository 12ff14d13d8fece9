import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { decode } from 'next-auth/jwt'
import { cache } from 'react'
import { z } from 'zod'
import type { Capacity, PersonActor } from '@/lib/identity/actor'
import { findSignedIn, type SignedIn } from '@/lib/identity/sessions'
import { clock } from '@/lib/server/business-clock'
import { env } from '@/lib/server/env'
import { sessionCookie } from './auth-cookies'
import { withReturn } from './safe-path'

const uuid = z.uuid()

/** The session that the request's cookie names, whether it still lives or not. */
export async function currentSessionId(): Promise<string | undefined> {
  const token = (await cookies()).get(sessionCookie.name)?.value
  if (!token) return undefined
  // A cookie that we did not make, or that is too old, cannot be decrypted: nobody is signed in.
  const claims = await decode({ token, secret: env().AUTH_SECRET }).catch(() => null)
  return uuid.safeParse(claims?.sid).data
}

/** Who is signed in, also before a capacity is chosen; read from the database once a request. */
export const currentSignedIn = cache(async (): Promise<SignedIn | undefined> => {
  const sessionId = await currentSessionId()
  if (!sessionId) return undefined
  const userAgent = (await headers()).get('user-agent') ?? ''
  return findSignedIn({ sessionId, userAgent, now: new Date(), lawTime: clock.now() })
})

/** Who acts in this request and for whom; undefined for a visitor. */
export async function currentActor(): Promise<PersonActor | undefined> {
  const signedIn = await currentSignedIn()
  return signedIn && asActor(signedIn)
}

type Kinds = {
  applicant: Exclude<Capacity, { kind: 'officer' }>
  officer: Extract<Capacity, { kind: 'officer' }>
}

/**
 * The actor, who must act as an applicant or as an officer. Who is not signed in any more signs in and
 * comes back to `returnTo`; who acts for somebody else is asked for whom.
 */
export async function requireActor<Kind extends keyof Kinds>(
  kind: Kind,
  returnTo: string,
): Promise<PersonActor & { capacity: Kinds[Kind] }> {
  const signedIn = await currentSignedIn()
  const door = kind === 'officer' ? '/login/officer' : '/login'
  if (!signedIn) redirect(withReturn(door, returnTo))
  const actor = asActor(signedIn)
  if (!actor || !actsAs(actor, kind)) redirect(withReturn('/choose-capacity', returnTo))
  return actor
}

function actsAs<Kind extends keyof Kinds>(
  actor: PersonActor,
  kind: Kind,
): actor is PersonActor & { capacity: Kinds[Kind] } {
  return (actor.capacity.kind === 'officer') === (kind === 'officer')
}

function asActor({ agencyName: _agencyName, capacity, ...person }: SignedIn) {
  return capacity ? { ...person, capacity } : undefined
}
