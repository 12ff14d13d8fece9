import { database } from '@/db/client'
import { findLastHeartbeat, hasAllMigrations, readQueueState } from '@/db/queries/operations'

const PATIENCE_MS = 2_000
const WORKER_SILENT_MS = 30_000

/** Whether the product can serve; `worker` tells, but does not decide: mail and PDF may wait. */
export type Readiness = {
  ready: boolean
  database: 'ok' | 'unreachable'
  migrations: 'current' | 'pending' | 'unknown'
  worker: 'alive' | 'silent' | 'unknown'
}

/** Asks the database, for two seconds at most, whether it answers and fits this build. */
export async function checkReadiness(): Promise<Readiness> {
  const answer = await withinPatience(askDatabase())
  if (!answer) {
    return { ready: false, database: 'unreachable', migrations: 'unknown', worker: 'unknown' }
  }
  const silentFor = Date.now() - (answer.lastHeartbeat?.getTime() ?? 0)
  return {
    ready: answer.current,
    database: 'ok',
    migrations: answer.current ? 'current' : 'pending',
    worker: silentFor < WORKER_SILENT_MS ? 'alive' : 'silent',
  }
}

/** The figures of the job queue and the seconds since a worker was last seen, for the metrics. */
export async function readOperations() {
  const [queue, lastHeartbeat] = await Promise.all([
    readQueueState(database()),
    findLastHeartbeat(database()),
  ])
  const workerSilentSeconds = lastHeartbeat
    ? (Date.now() - lastHeartbeat.getTime()) / 1000
    : undefined
  return { queue, workerSilentSeconds }
}

async function askDatabase() {
  const current = await hasAllMigrations(database())
  return { current, lastHeartbeat: current ? await findLastHeartbeat(database()) : undefined }
}

/** The answer, or nothing when it fails or takes too long. */
async function withinPatience<Value>(asked: Promise<Value>): Promise<Value | undefined> {
  const { promise: tooLate, resolve } = Promise.withResolvers<undefined>()
  const timer = setTimeout(resolve, PATIENCE_MS, undefined)
  try {
    return await Promise.race([asked.catch(() => undefined), tooLate])
  } finally {
    clearTimeout(timer)
  }
}
