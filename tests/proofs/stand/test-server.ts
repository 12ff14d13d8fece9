import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import { freePort, removeDatabase, startDatabase } from '@/lib/cli/launch-database.mjs'
import type { Urls } from './system-postgres'

/** One PostgreSQL for many runs of the integration suite, each with an empty database of its own. */
export type Server = {
  newDatabase: () => Promise<Urls>
  drop: (urls: Urls) => Promise<void>
  stop: () => Promise<void>
}

export async function openServer(): Promise<Server> {
  const dataDir = await mkdtemp(join(tmpdir(), 'onedoor-proof-'))
  const { urls, stop } = await startDatabase({ dataDir, port: await freePort(), fast: true })
  const sql = postgres(urls.superuser, { max: 1, onnotice: () => undefined })
  let made = 0
  return {
    newDatabase: async () => {
      made += 1
      const name = `proof_${made}`
      await sql`create database ${sql(name)} owner onedoor_owner`
      return { ...urls, owner: inDatabase(urls.owner, name), app: inDatabase(urls.app, name) }
    },
    drop: async ({ owner }) => {
      await sql`drop database ${sql(new URL(owner).pathname.slice(1))} with (force)`
    },
    stop: async () => {
      await sql.end()
      await stop()
      await removeDatabase(dataDir)
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

function inDatabase(url: string, name: string): string {
  const copy = new URL(url)
  copy.pathname = name
  return copy.href
}
