import { RateLimiterDrizzle, RateLimiterRes } from 'rate-limiter-flexible'
import { database } from '@/db/client'
import { rateLimits } from '@/db/schema/identity'

/** So many points in so many seconds for one key. */
export type Limit = { name: string; points: number; seconds: number }

export type LimitState = {
  allowed: boolean
  retryAfterSeconds: number
  /** Points taken in this stretch, this one included. */
  taken: number
}

const limiters = new Map<string, RateLimiterDrizzle>()

function limiter({ name, points, seconds }: Limit): RateLimiterDrizzle {
  const known = limiters.get(name)
  if (known) return known
  const made = new RateLimiterDrizzle({
    storeClient: database(),
    schema: rateLimits,
    keyPrefix: name,
    points,
    duration: seconds,
  })
  limiters.set(name, made)
  return made
}

/** Takes a point, atomically, whoever else takes one at the same time. */
export async function takePoint(limit: Limit, key: string): Promise<LimitState> {
  try {
    const { consumedPoints } = await limiter(limit).consume(key)
    return { allowed: true, retryAfterSeconds: 0, taken: consumedPoints }
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error
    const retryAfterSeconds = Math.ceil(Math.max(error.msBeforeNext, 0) / 1000)
    return { allowed: false, retryAfterSeconds, taken: error.consumedPoints }
  }
}

/** Gives one point back. */
export async function giveBackPoint(limit: Limit, key: string): Promise<void> {
  await limiter(limit).reward(key)
}

/** Refuses a key for a while, whatever it has left. */
export async function blockKey(limit: Limit, key: string, seconds: number): Promise<void> {
  await limiter(limit).block(key, seconds)
}

/** Takes a point without judging. @returns the points taken so far in this stretch */
export async function countPoint(limit: Limit, key: string): Promise<number> {
  const { consumedPoints } = await limiter(limit).penalty(key)
  return consumedPoints
}

/** Gives all points back. */
export async function forgetKey(limit: Limit, key: string): Promise<void> {
  await limiter(limit).delete(key)
}
