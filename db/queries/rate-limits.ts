import { RateLimiterDrizzle, RateLimiterRes } from 'rate-limiter-flexible'
import { database } from '@/db/client'
import { rateLimits } from '@/db/schema/identity'

/** So many points in so many seconds for one key. */
export type Limit = { name: string; points: number; seconds: number }

export type LimitState = { allowed: boolean; retryAfterSeconds: number }

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
    await limiter(limit).consume(key)
    return { allowed: true, retryAfterSeconds: 0 }
  } catch (error) {
    if (error instanceof RateLimiterRes) return state(error, false)
    throw error
  }
}

/** How things stand, without taking a point. */
export async function seeLimit(limit: Limit, key: string): Promise<LimitState> {
  const known = await limiter(limit).get(key)
  if (!known) return { allowed: true, retryAfterSeconds: 0 }
  return state(known, known.consumedPoints < limit.points)
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

function state(result: RateLimiterRes, allowed: boolean): LimitState {
  const retryAfterSeconds = allowed ? 0 : Math.ceil(Math.max(result.msBeforeNext, 0) / 1000)
  return { allowed, retryAfterSeconds }
}
