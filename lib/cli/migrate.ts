import { env } from '@/lib/server/env'
import { refuseBadStart } from '@/lib/server/start-checks'

// npm run migrate: brings the database up to date; safe to run at any time, also twice at once.
refuseBadStart()
// Loaded after the checks, because an old Node could not even read some of it.
const { migrateDatabase } = await import('@/db/migrate')
const { MIGRATION_DATABASE_URL, DATABASE_URL } = env()
const { applied, sharedRole } = await migrateDatabase(MIGRATION_DATABASE_URL, DATABASE_URL).catch(
  (error: Error) => {
    const reason = error.cause instanceof Error ? error.cause.message : error.message
    process.stderr.write(`The migration failed and changed nothing: ${reason}\n`)
    process.exit(1)
  },
)
process.stdout.write(`${applied} migrations applied\n`)
if (sharedRole) {
  process.stderr.write(
    'Warning: DATABASE_URL and MIGRATION_DATABASE_URL name the same role. Give the application a role ' +
      'of its own, so that the record of events cannot be rewritten with its rights.\n',
  )
}

// The rules ship with the product: what is new is appended, what is faulty leaves the old version in force.
const { loadReferenceData } = await import('@/lib/administration/load-reference-data')
const { closeDatabase } = await import('@/db/client')
const { added, invalid } = await loadReferenceData()
await closeDatabase()
process.stdout.write(`${added.length} definitions added\n`)
for (const { file, issues } of invalid)
  for (const { place, reason } of issues)
    process.stderr.write(`Not loaded, the version in force stays: ${file}, ${place}: ${reason}\n`)
