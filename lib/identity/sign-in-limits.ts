import {
  blockKey,
  countPoint,
  forgetKey,
  giveBackPoint,
  type Limit,
  type LimitState,
  takePoint,
} from '@/db/queries/rate-limits'
import { keyedHash } from '@/lib/server/keyed-hash'

const MINUTE = 60
const HOUR = 60 * MINUTE

// The account's limit is the rule; it never lasts longer than its own ten minutes, so a stranger
// cannot lock an officer out for longer. The address's limit slows one machine that tries many accounts.
const ACCOUNT: Limit = { name: 'sign-in-account', points: 5, seconds: 10 * MINUTE }
const ADDRESS: Limit = { name: 'sign-in-address', points: 30, seconds: 10 * MINUTE }
const STRIKES: Limit = { name: 'sign-in-strikes', points: 1, seconds: 24 * HOUR }
const CODES: Limit = { name: 'one-time-code', points: 5, seconds: 10 * MINUTE }

const FIRST_BLOCK = MINUTE
const LONGEST_BLOCK = HOUR

/** How long an address waits after its n-th strike within a day, in seconds: doubles up to an hour. */
export function backOffSeconds(strikes: number): number {
  return Math.min(FIRST_BLOCK * 2 ** Math.max(strikes - 1, 0), LONGEST_BLOCK)
}

/**
 * Takes one try for this account from this address, before the password is looked at. Keys are hashed:
 * the table of points holds no e-mail addresses.
 */
export async function takeSignInTry(email: string, address: string): Promise<LimitState> {
  const byAddress = await takePoint(ADDRESS, hashed(address))
  if (byAddress.allowed) return takePoint(ACCOUNT, hashed(email))
  // Only the try that breaks the limit is a strike: knocking on a closed door does not lengthen the wait.
  if (byAddress.taken !== ADDRESS.points + 1) return byAddress
  const strikes = await countPoint(STRIKES, hashed(address))
  const retryAfterSeconds = backOffSeconds(strikes)
  await blockKey(ADDRESS, hashed(address), retryAfterSeconds)
  return { ...byAddress, retryAfterSeconds }
}

/** A right sign-in costs nothing: the account gets its tries back, and the address this one. */
export async function forgiveTries(email: string, address: string): Promise<void> {
  await forgetKey(ACCOUNT, hashed(email))
  await giveBackPoint(ADDRESS, hashed(address))
}

/** Takes one of the codes that a person may ask for in ten minutes. */
export function takeCodeRequest(personId: string): Promise<LimitState> {
  return takePoint(CODES, personId)
}

function hashed(value: string): string {
  return keyedHash('rate-limit', value)
}
