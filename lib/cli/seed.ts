import { closeDatabase } from '@/db/client'
import { seedDemo } from '@/lib/administration/seed-demo'
import { env } from '@/lib/server/env'
import { log } from '@/lib/server/log'

// Fills a new demonstration with its cast; `npm run migrate` has loaded rules and agencies before.
if (env().APP_MODE === 'production') {
  log.error('the demonstration is not for production')
  process.exit(1)
}
await seedDemo(new Date())
await closeDatabase()
