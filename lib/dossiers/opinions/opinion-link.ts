import { randomBytes } from 'node:crypto'
import { keyedHash, sameText } from '@/lib/server/keyed-hash'

const SESSION_MINUTES = 60

/** 256 bits that nobody guesses; only its keyed hash is kept. */
export function newOpinionToken(): string {
  return randomBytes(32).toString('base64url')
}

export function opinionTokenHash(token: string): string {
  return keyedHash('opinion-link', token)
}

/** Proof that a code from the unit's own mailbox was entered; good for an hour, for one request. */
export function openOpinionSession(requestId: string, now: Date): string {
  const until = now.getTime() + SESSION_MINUTES * 60_000
  return `${until}.${sealOf(requestId, until)}`
}

export function opinionSessionHolds(session: string, requestId: string, now: Date): boolean {
  const [until = '', seal = ''] = session.split('.')
  return Number(until) > now.getTime() && sameText(seal, sealOf(requestId, Number(until)))
}

function sealOf(requestId: string, until: number): string {
  return keyedHash('opinion-session', `${requestId}:${until}`)
}
