import { createHmac, timingSafeEqual } from 'node:crypto'
import { env } from '@/lib/server/env'

/**
 * HMAC-SHA-256 with the look-up key, as 64 hex digits: finds a row by a value that is not stored in
 * the clear. `purpose` keeps hashes of one kind of value from meaning anything in another column.
 */
export function keyedHash(purpose: string, value: string): string {
  const [key = ''] = env().LOOKUP_KEY.split(',')
  return createHmac('sha256', Buffer.from(key, 'base64'))
    .update(`${purpose}\0${value}`)
    .digest('hex')
}

/** Whether two texts are equal, in a time that does not tell where they differ. */
export function sameText(a: string, b: string): boolean {
  const left = Buffer.from(a)
  const right = Buffer.from(b)
  return left.length === right.length && timingSafeEqual(left, right)
}
