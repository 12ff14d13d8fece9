import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import { afterAll, inject } from 'vitest'

// Each test file has a database and a file store of its own: a copy of the migrated template.
const urls = inject('databaseUrls')
const name = `t_${process.pid}_${Date.now()}`
const template = new URL(urls.owner).pathname.slice(1)
const dataDir = await mkdtemp(join(tmpdir(), 'onedoor-files-'))
const admin = postgres(urls.superuser, { max: 1, onnotice: () => undefined })

await admin`create database ${admin(name)} template ${admin(template)} strategy file_copy owner onedoor_owner`
process.env['DATABASE_URL'] = withDatabase(urls.app)
process.env['MIGRATION_DATABASE_URL'] = withDatabase(urls.owner)
process.env['DATA_DIR'] = dataDir

afterAll(async () => {
  const { closeDatabase } = await import('@/db/client')
  await closeDatabase()
  await admin`drop database ${admin(name)} with (force)`
  await admin.end()
  await rm(dataDir, { recursive: true, force: true })
})

function withDatabase(url: string): string {
  const copy = new URL(url)
  copy.pathname = name
  return copy.href
}
