import { closeDatabase } from '@/db/client'
import { runWorker } from '@/lib/jobs/run-worker'
import { tasks } from '@/lib/jobs/tasks'
import { env } from '@/lib/server/env'
import { log } from '@/lib/server/log'
import { refuseBadStart } from '@/lib/server/start-checks'

// The worker process: npm run worker. It ends by a signal, after the jobs in hand.
refuseBadStart()
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
