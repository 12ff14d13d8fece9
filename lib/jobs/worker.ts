import { env } from '@/lib/server/env'
import { log } from '@/lib/server/log'
import { refuseBadStart } from '@/lib/server/start-checks'

// The worker process: npm run worker. It ends by a signal, after the jobs in hand.
refuseBadStart()
// Loaded after the checks, because an old Node could not even read some of it.
const { closeDatabase, db } = await import('@/db/client')
const { runWorker } = await import('@/lib/jobs/run-worker')
const { tasks } = await import('@/lib/jobs/tasks')
const { sweepTemporaryFiles } = await import('@/lib/files/store')
const { ensureEventPartitions } = await import('@/db/queries/operations')
log.info({ removed: await sweepTemporaryFiles() }, 'interrupted uploads swept')
await ensureEventPartitions(db, new Date())
const worker = await runWorker(env().DATABASE_URL, tasks)

const stop = async (signal: string) => {
  log.info({ signal }, 'worker stopping')
  await worker.stop()
}
process.once('SIGTERM', (signal) => void stop(signal))
process.once('SIGINT', (signal) => void stop(signal))

try {
  await worker.ended
} catch (err) {
  log.fatal({ err }, 'worker broke down')
  process.exitCode = 1
}
await closeDatabase()
process.exit()
