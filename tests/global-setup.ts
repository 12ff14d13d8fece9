import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { migrateDatabase } from '@/db/migrate'
import { freePort, removeDatabase, startDatabase } from '@/lib/cli/launch-database.mjs'

declare module 'vitest' {
  interface ProvidedContext {
    /** A superuser's, the owner's and the application's URL of the migrated template database. */
    databaseUrls: { superuser: string; owner: string; app: string }
  }
}

/**
 * Starts a real PostgreSQL for the run and migrates the database that each test file gets a copy of.
 * TEST_DATABASE_URLS (superuser, owner and app as JSON) names a server that runs already, instead.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env['TEST_DATABASE_URLS']
  if (given) {
    const urls = JSON.parse(given)
    await migrateDatabase(urls.owner, urls.app)
    project.provide('databaseUrls', urls)
    return async () => undefined
  }
  const dataDir = await mkdtemp(join(tmpdir(), 'onedoor-test-'))
  const database = await startDatabase({ dataDir, port: await freePort(), fast: true })
  await migrateDatabase(database.urls.owner, database.urls.app)
  project.provide('databaseUrls', database.urls)
  return async () => {
    await database.stop()
    await removeDatabase(dataDir)
    await rm(dataDir, { recursive: true, force: true })
  }
}
