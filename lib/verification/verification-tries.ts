import { type LimitState, takePoint } from '@/db/queries/rate-limits'
import { keyedHash } from '@/lib/server/keyed-hash'

// Checking a file costs seconds of work for anybody who asks: enough for an office behind one
// address, too little to keep a server busy.
const FILES = { name: 'verify-file', points: 30, seconds: 10 * 60 }

/** Takes one of the checks of a file that an address may ask for in ten minutes. */
export function takeVerificationTry(address: string): Promise<LimitState> {
  return takePoint(FILES, keyedHash('rate-limit', address))
}
