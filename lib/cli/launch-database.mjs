// @ts-check
// Starts the embedded PostgreSQL. Node built-ins only, and Node 20 is enough, because the demo begins here.
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join, resolve } from 'node:path'
import { STACK_MARK } from './ports.mjs'
import {
  borrowedFolder,
  chooseRunner,
  commandLine,
  createCluster,
  ROOT,
} from './postgres-cluster.mjs'

/** @typedef {{ superuser: string, owner: string, app: string }} DatabaseUrls */
/** @typedef {import('./postgres-cluster.mjs').Runner} Runner */
/** @typedef {{ urls: DatabaseUrls, port: number, stop: () => Promise<void>, exited: Promise<number | null> }} Database */

const START_TIMEOUT = 60_000
const DURABLE = ['-c', 'wal_compression=on']
const FAST = ['-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'full_page_writes=off']

/**
 * Starts the embedded PostgreSQL with its cluster under `dataDir`, guarded by a process that stops
 * it when this one is gone, and with the roles onedoor_owner and onedoor_app on database onedoor.
 * A server that an earlier start left behind is stopped first.
 * @param {{ dataDir: string, port: number, fast?: boolean }} options `fast` gives up durability: tests only
 * @returns {Promise<Database>}
 */
export async function startDatabase({ dataDir, port, fast = false }) {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const runner = chooseRunner(dataDir)
  const passwords = readPasswords(dataDir)
  await stopStaleServer(runner.cluster)
  if (!existsSync(join(runner.cluster, 'PG_VERSION')))
    createCluster(runner, passwords.superuser, fast)
  const guard = spawnGuard(runner, { dataDir, port, fast })
  try {
    await untilReady(runner.cluster, guard, join(dataDir, 'postgres.log'))
    const urls = databaseUrls(port, passwords)
    const { prepareDatabase } = await import('../../db/embedded.mjs')
    await prepareDatabase({ superuserUrl: urls.superuser, passwords })
    return { urls, port, stop: guard.stop, exited: guard.exited }
  } catch (error) {
    await guard.stop()
    throw error
  }
}

/** Removes the cluster of `dataDir`, wherever it lies; the server must be stopped. @param {string} dataDir */
export async function removeDatabase(dataDir) {
  for (const cluster of [join(dataDir, 'postgres'), borrowedFolder(dataDir)]) {
    if (!existsSync(cluster)) continue
    await stopStaleServer(existsSync(join(cluster, 'data')) ? join(cluster, 'data') : cluster)
    rmSync(cluster, { recursive: true, force: true })
  }
}

/** A free port of 127.0.0.1. @returns {Promise<number>} */
export function freePort() {
  return new Promise((done, failed) => {
    const probe = createServer()
    probe.once('error', failed)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      const port = typeof address === 'object' && address ? address.port : 0
      probe.close(() => done(port))
    })
  })
}

/** @param {string} dataDir @returns {DatabaseUrls} one password a role, made at the first start */
function readPasswords(dataDir) {
  const file = join(dataDir, 'database.json')
  if (!existsSync(file)) {
    const password = () => randomBytes(24).toString('base64url')
    const made = { superuser: password(), owner: password(), app: password() }
    writeFileSync(file, JSON.stringify(made), { mode: 0o600 })
  }
  return JSON.parse(readFileSync(file, 'utf8'))
}

/** @param {number} port @param {DatabaseUrls} passwords @returns {DatabaseUrls} */
function databaseUrls(port, passwords) {
  const url = (/** @type {string} */ role, /** @type {string} */ password, database = 'onedoor') =>
    `postgres://${role}:${password}@127.0.0.1:${port}/${database}`
  return {
    superuser: url('postgres', passwords.superuser, 'postgres'),
    owner: url('onedoor_owner', passwords.owner),
    app: url('onedoor_app', passwords.app),
  }
}

/**
 * Starts PostgreSQL under its guard, which holds our end of a pipe: when we are gone, however we
 * went, the pipe closes and the guard stops the server.
 * @param {Runner} runner @param {{ dataDir: string, port: number, fast: boolean }} options
 */
function spawnGuard(runner, { dataDir, port, fast }) {
  const args = ['-D', runner.cluster, '-p', String(port), '-c', 'listen_addresses=127.0.0.1']
  args.push('-c', 'unix_socket_directories=', '-c', 'timezone=UTC', '-c', 'log_timezone=UTC')
  args.push(...(fast ? FAST : DURABLE))
  const job = {
    ...commandLine(runner, 'postgres', args),
    ids: runner.ids,
    log: join(dataDir, 'postgres.log'),
  }
  const guard = spawn(
    process.execPath,
    [join(ROOT, 'lib/cli/database-guard.mjs'), JSON.stringify(job)],
    {
      stdio: ['pipe', 'ignore', 'inherit'],
      detached: true,
      cwd: '/',
      env: { ...process.env, [STACK_MARK]: resolve(dataDir) },
    },
  )
  const state = { running: true }
  /** @type {Promise<number | null>} */
  const exited = new Promise((done) =>
    guard.once('exit', (code) => {
      state.running = false
      done(code)
    }),
  )
  guard.stdin.on('error', () => {}) // the guard went first
  const stop = async () => {
    guard.stdin.end()
    await exited
  }
  return { exited, stop, state }
}

/** @param {string} cluster @param {{ state: { running: boolean } }} guard @param {string} log */
async function untilReady(cluster, guard, log) {
  for (const deadline = Date.now() + START_TIMEOUT; Date.now() < deadline; ) {
    // The eighth line is what pg_ctl itself waits for.
    if (readPidFile(cluster)[7]?.trim() === 'ready') return
    if (!guard.state.running) break
    await new Promise((done) => setTimeout(done, 20))
  }
  const tail = existsSync(log)
    ? readFileSync(log, 'utf8').trimEnd().split('\n').slice(-8).join('\n')
    : ''
  throw new Error(`PostgreSQL did not start; the end of ${log}:\n${tail}`)
}

/** @param {string} cluster @returns {string[]} */
function readPidFile(cluster) {
  try {
    return readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')
  } catch {
    return []
  }
}

/** Stops the server that still holds the cluster, if one does: fast shutdown, then the hard way. @param {string} cluster */
async function stopStaleServer(cluster) {
  const pid = Number(readPidFile(cluster)[0])
  if (!pid) return
  if (!isPostgres(pid)) return rmSync(join(cluster, 'postmaster.pid'), { force: true })
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGQUIT', 'SIGKILL'])) {
    process.kill(pid, signal)
    if (await gone(pid, 8_000)) return
  }
}

/** @param {number} pid @param {number} patience ms */
async function gone(pid, patience) {
  for (const deadline = Date.now() + patience; Date.now() < deadline; ) {
    if (!isPostgres(pid)) return true
    await new Promise((done) => setTimeout(done, 20))
  }
  return false
}

/** Whether the process lives and is a PostgreSQL: its number may have gone to another program since. @param {number} pid */
function isPostgres(pid) {
  try {
    process.kill(pid, 0)
  } catch {
    return false
  }
  if (!existsSync('/proc/self/stat')) return true
  try {
    const zombie = /^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
    return !zombie && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('postgres')
  } catch {
    return false
  }
}
