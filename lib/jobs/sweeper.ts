import { setTimeout as wait } from 'node:timers/promises'
import type { WorkerLock } from '@/db/worker-lock'
import { log } from '@/lib/server/log'

const EVERY_MS = 2_000

/** Keeps a worker's proof of life and clears up after workers that died; `stop` ends it. */
export type Sweeper = { stop: () => Promise<void> }

/**
 * Starts sweeping. A worker is given up only when it was found dead twice in a row, since all
 * workers lose their sessions for a moment when the database starts anew.
 */
export async function startSweeper(lock: WorkerLock, everyMs = EVERY_MS): Promise<Sweeper> {
  await lock.hold()
  const stopping = new AbortController()
  const loop = sweepUntil(stopping.signal, lock, everyMs)
  return {
    stop: async () => {
      stopping.abort()
      await loop
      await lock.close()
    },
  }
}

async function sweepUntil(signal: AbortSignal, lock: WorkerLock, everyMs: number): Promise<void> {
  let suspects = new Set<string>()
  while (!signal.aborted) {
    try {
      suspects = await sweep(lock, suspects)
    } catch (err) {
      log.warn({ err }, 'sweep failed; the next one follows')
    }
    await wait(everyMs, undefined, { signal }).catch(() => undefined)
  }
}

/** One round; returns the workers that look dead for the first time. */
async function sweep(lock: WorkerLock, suspects: Set<string>): Promise<Set<string>> {
  await lock.hold()
  const dead = new Set(await lock.findDeadWorkers())
  const confirmed = [...dead].filter((id) => suspects.has(id))
  if (confirmed.length > 0) {
    const released = await lock.releaseJobsOf(confirmed)
    log.warn({ workers: released }, 'gave the jobs of dead workers back to the queue')
  }
  return dead
}
