import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import postgres from 'postgres'
import { prepareDatabase } from '@/db/embedded.mjs'
import { freePort } from '@/lib/cli/launch-database.mjs'
import { chooseRunner, commandLine, createCluster, ROOT } from '@/lib/cli/postgres-cluster.mjs'
import { within } from './stand'

export type Urls = { superuser: string; owner: string; app: string }
export type SystemPostgres = {
  version: string
  /** The URLs of the database onedoor. */
  urls: Urls
  /** Makes one more database, empty, of the same two roles. */
  addDatabase: (name: string) => Promise<Urls>
  stop: () => Promise<void>
}

const PASSWORDS = {
  superuser: 'superuser-of-a-proof',
  owner: 'owner-of-a-proof',
  app: 'app-of-a-proof',
}

/** Where Debian keeps a major version of PostgreSQL; undefined when it is not installed. */
export function findPostgres(major: number): string | undefined {
  const folder = process.env['POSTGRES_HOME'] ?? `/usr/lib/postgresql/${major}`
  return ['initdb', 'postgres'].every((name) => existsSync(join(folder, 'bin', name)))
    ? folder
    : undefined
}

/** Starts that PostgreSQL with a cluster of its own under `dataDir`, and the product's two roles in it. */
export async function startSystemPostgres(home: string, dataDir: string): Promise<SystemPostgres> {
  const runner = { ...chooseRunner(dataDir), native: home }
  createCluster(runner, PASSWORDS.superuser, true)
  const port = await freePort()
  const args = ['-D', runner.cluster, '-p', String(port), '-c', 'listen_addresses=127.0.0.1']
  args.push('-c', 'unix_socket_directories=', '-c', 'timezone=UTC', '-c', 'fsync=off')
  const log = join(dataDir, 'postgres.log')
  const job = { ...commandLine(runner, 'postgres', args), ids: runner.ids, log }
  // The same guard as that of the embedded server: it stops PostgreSQL when we are gone.
  const guard = spawn(
    process.execPath,
    [join(ROOT, 'lib/cli/database-guard.mjs'), JSON.stringify(job)],
    { stdio: ['pipe', 'ignore', 'inherit'], detached: true, cwd: '/' },
  )
  const gone = new Promise((done) => guard.once('exit', done))
  const stop = async () => {
    guard.stdin.end()
    await gone
  }
  const at = (role: string, password: string, database = 'onedoor') =>
    `postgres://${role}:${password}@127.0.0.1:${port}/${database}`
  const superuser = at('postgres', PASSWORDS.superuser, 'postgres')
  const version = await askVersion(superuser).catch(async (error: unknown) => {
    await stop()
    throw error
  })
  await prepareDatabase({ superuserUrl: superuser, passwords: PASSWORDS })
  const urlsOf = (database: string) => ({
    superuser,
    owner: at('onedoor_owner', PASSWORDS.owner, database),
    app: at('onedoor_app', PASSWORDS.app, database),
  })
  const addDatabase = async (name: string) => {
    const sql = postgres(superuser, { max: 1, onnotice: () => undefined })
    await sql`create database ${sql(name)} owner onedoor_owner`
    await sql.end()
    return urlsOf(name)
  }
  return { version, urls: urlsOf('onedoor'), addDatabase, stop }
}

async function askVersion(url: string): Promise<string> {
  let version = ''
  const up = await within(30, async () => {
    const sql = postgres(url, { max: 1, onnotice: () => undefined })
    try {
      const [row] = await sql<{ version: string }[]>`select version()`
      version = row?.version ?? ''
      return true
    } catch {
      return false
    } finally {
      await sql.end()
    }
  })
  if (!up) throw new Error('PostgreSQL did not start')
  return version
}
