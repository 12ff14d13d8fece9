import { closeDatabase } from '@/db/client'
import { loadAgencies } from '@/lib/administration/load-agencies'
import { loadAllDefinitions } from '@/lib/administration/load-definitions'
import { seedDemo } from '@/lib/administration/seed-demo'
import { env } from '@/lib/server/env'
import { log } from '@/lib/server/log'

// Fills a new demonstration: definitions, agencies and the cast. Refused anywhere else.
if (env().APP_MODE === 'production') {
  log.error('the demonstration is not for production')
  process.exit(1)
}
const { invalid } = await loadAllDefinitions({ root: process.cwd(), since: '2024-01-01' })
if (invalid.length > 0) log.error({ invalid }, 'some definitions do not parse')
await loadAgencies()
await seedDemo(new Date())
await closeDatabase()
