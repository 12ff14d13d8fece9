import { EventEmitter } from 'node:events'
import { Logger, type Runner, run, type WorkerEvents } from 'graphile-worker'
import { database } from '@/db/client'
import { forgetHeartbeat, recordHeartbeat } from '@/db/queries/operations'
import { openWorkerLock } from '@/db/worker-lock'
import { type Sweeper, startSweeper } from '@/lib/jobs/sweeper'
import type { TaskMap } from '@/lib/jobs/task'
import { crontab, taskList } from '@/lib/jobs/task-list'
import { log } from '@/lib/server/log'

const CONCURRENCY = 4
const HEARTBEAT_MS = 5_000
// A job that has not heeded its abort signal by then is left to the sweeper.
const SHUTDOWN_MS = 3_000

/** A running worker; `stop` waits for the jobs in hand, `ended` settles when the worker is gone. */
export type Worker = { stop: () => Promise<void>; ended: Promise<void> }

/** Starts a worker on the queue of the database at `url` (the application's role). */
export async function runWorker(url: string, tasks: TaskMap): Promise<Worker> {
  const { events, poolId } = watchPool()
  const runner = await run({
    connectionString: url,
    taskList: taskList(tasks),
    crontab: crontab(tasks),
    concurrency: CONCURRENCY,
    maxPoolSize: CONCURRENCY + 2,
    pollInterval: 2_000,
    noHandleSignals: true,
    logger: queueLogger,
    events,
    preset: { worker: { gracefulShutdownAbortTimeout: SHUTDOWN_MS } },
  })
  const workerId = await poolId
  const sweeper = await startSweeper(openWorkerLock(url, workerId))
  const heartbeat = await startHeartbeat(workerId)
  log.info({ workerId, kinds: Object.keys(tasks).length }, 'worker started')
  return { ended: runner.promise, stop: () => stopAll({ runner, sweeper, heartbeat }) }
}

/** The queue signs its locks with the id of the pool, which it tells at the pool's birth. */
function watchPool(): { events: WorkerEvents; poolId: Promise<string> } {
  const events: WorkerEvents = new EventEmitter()
  const poolId = new Promise<string>((found) => {
    events.once('pool:create', ({ workerPool }) => found(workerPool.id))
  })
  return { events, poolId }
}

/** `stop` also takes the last sign of life back, so that nobody counts on a worker that has left. */
type Heartbeat = { stop: () => Promise<void> }

async function startHeartbeat(workerId: string): Promise<Heartbeat> {
  const beat = () =>
    recordHeartbeat(database(), workerId).catch((err: unknown) => log.warn({ err }, 'no heartbeat'))
  await beat()
  const timer = setInterval(() => void beat(), HEARTBEAT_MS)
  return {
    stop: async () => {
      clearInterval(timer)
      await forgetHeartbeat(database(), workerId).catch(() => undefined)
    },
  }
}

async function stopAll(parts: { runner: Runner; sweeper: Sweeper; heartbeat: Heartbeat }) {
  await parts.heartbeat.stop()
  await parts.runner.stop()
  await parts.sweeper.stop()
}

const LEVELS = { error: 'error', warning: 'warn', info: 'debug', debug: 'trace' } as const

const queueLogger = new Logger((scope) => (level, message) => {
  log[LEVELS[level]]({ queue: scope.label }, message)
})
