// @ts-check
// The one mechanism that starts the product with its database and its neighbours: for the demo, the
// journey and the browser tests. Whatever happens to the process that calls it, nothing is left behind.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { GivenUp, runTool, tailOf } from './child-process.mjs'
import { Crew } from './crew.mjs'
import { stackSettings } from './demo-settings.mjs'
import { lockFolder } from './folder-lock.mjs'
import { startDatabase } from './launch-database.mjs'
import { build, hashOf, nodeBinary } from './packages.mjs'
import { claimPorts, OFFSETS } from './ports.mjs'
import { ROOT } from './postgres-cluster.mjs'

/** @typedef {<T>(name: string, work: () => Promise<T>) => Promise<T>} Step how each step is shown and timed */
/** @typedef {{ port: number, dataDir: string, mode?: import('./demo-settings.mjs').Mode, step?: Step, report?: (line: string) => void, signal?: AbortSignal, database?: { app: string, owner: string } | undefined }} StackOptions */
/** @typedef {{ web: string, eid: string, payment: string, mailbox: string, authority: string, smtp: string, database: string }} StackUrls */
/** @typedef {{ origin: string, urls: StackUrls, env: Record<string, string>, dataDir: string, pids: () => Record<string, number | undefined>, stop: () => Promise<void>, failed: Promise<Error> }} Stack */
/** @typedef {{ port: number, dataDir: string, mode: string, env: Record<string, string>, step: Step, crew: Crew, signal: AbortSignal, database?: { app: string, owner: string } | undefined }} Context */

const READY_TIMEOUT = 90_000
const MIGRATE = 'lib/cli/migrate.ts'
const SEED = 'lib/cli/seed.ts'
const SANDBOX = 'tests/sandbox/main.ts'
const TSX = ['--import', 'tsx']
const LIFELINE = ['--import', './lib/cli/lifeline.mjs']

/**
 * Starts everything: database, migrations, seed, build (beside them, and only of new sources),
 * neighbours, worker and web server, and waits until the product is ready. A process that dies is
 * started again; `failed` settles when one cannot be kept alive. `signal` gives up a start;
 * `database` names a server that runs already, in place of the embedded one.
 * @param {StackOptions} options @returns {Promise<Stack>}
 */
export async function startStack(options) {
  const { port, mode = 'demo', report = () => {} } = options
  const dataDir = resolve(options.dataDir)
  const unlock = lockFolder(dataDir, port)
  const crew = new Crew(report)
  const giveUp = new AbortController()
  options.signal?.addEventListener('abort', () => giveUp.abort())
  giveUp.signal.addEventListener('abort', () => crew.fail(new GivenUp('the start was given up')))
  const stop = async () => {
    giveUp.abort()
    await crew.stop()
    unlock()
  }
  try {
    await claimPorts(port, dataDir)
    rmSync(join(dataDir, 'logs'), { recursive: true, force: true })
    mkdirSync(join(dataDir, 'logs'), { recursive: true, mode: 0o700 })
    const env = { ...definedOnly(process.env), ...stackSettings({ port, dataDir, mode }) }
    const step = options.step ?? ((_name, work) => work())
    const { database } = options
    await startParts({ port, dataDir, mode, env, step, crew, signal: giveUp.signal, database })
    const urls = stackUrls(port, String(env['DATABASE_URL']))
    return {
      origin: urls.web,
      urls,
      env,
      dataDir,
      pids: () => crew.pids(),
      stop,
      failed: crew.failed,
    }
  } catch (error) {
    await stop()
    throw error
  }
}

/** @param {Context} context */
async function startParts(context) {
  const { dataDir, env, step, signal } = context
  const built = step('build', () => build({ log: logOf(dataDir, 'build'), env, signal }))
  const [, neighbours] = await Promise.all([built, prepareDatabase(context)])
  await Promise.all([neighbours.running, step('start', () => startServices(context))])
}

/**
 * Database, tables, and the cast of the demo. The neighbours start beside it and may still be
 * starting when it is done. @param {Context} context
 */
async function prepareDatabase(context) {
  const { port, dataDir, mode, env, step, crew } = context
  const start = () =>
    startDatabase({ dataDir, port: port + OFFSETS.database, fast: mode === 'test' })
  const urls = context.database ?? (await step('database', () => crew.keepDatabase(start))).urls
  env['DATABASE_URL'] = urls.app
  env['MIGRATION_DATABASE_URL'] = urls.owner
  const running = step('neighbours', () => startNeighbours(context))
  running.catch(() => {}) // awaited later
  const tables = hashOf(['db/migrations', 'db/migrate.ts', 'package-lock.json'])
  await once(context, { name: 'migrations', input: tables }, () =>
    runScript('migrate', MIGRATE, context),
  )
  if (existsSync(join(ROOT, SEED))) {
    // The cast is laid into a new database once; the mark lies beside it and goes with it.
    const seed = () => running.then(() => runScript('seed', SEED, context))
    await once(context, { name: 'seed', input: 'done' }, seed)
  }
  return { running }
}

/**
 * A step that is not done again for the same input.
 * @param {Context} context @param {{ name: string, input: string }} mark @param {() => Promise<void>} work
 */
async function once({ dataDir, step }, { name, input }, work) {
  const mark = join(dataDir, `${name}.done`)
  await step(name, async () => {
    if (existsSync(mark) && readFileSync(mark, 'utf8') === input) return 'kept'
    await work()
    writeFileSync(mark, input)
    return 'done'
  })
}

/** @param {Context} context */
async function startNeighbours(context) {
  const { port, dataDir, env, crew } = context
  if (!existsSync(join(ROOT, SANDBOX))) return
  const log = logOf(dataDir, 'neighbours')
  await crew.keep('neighbours', [...TSX, ...LIFELINE, SANDBOX], { log, env })
  await untilAnswers(`http://localhost:${port + OFFSETS.mailbox}/health`, context, log)
}

/** @param {Context} context */
async function startServices(context) {
  const { dataDir, env, crew } = context
  const log = logOf(dataDir, 'web')
  await crew.keep('worker', [...TSX, ...LIFELINE, 'lib/jobs/worker.ts'], {
    log: logOf(dataDir, 'worker'),
    env,
  })
  await crew.keep('web', [...TSX, 'lib/cli/start.ts'], { log, env })
  const ready = `${env['PUBLIC_ORIGIN']}/api/health/ready`
  await untilAnswers(ready, context, log)
  await untilAnswers(`${ready}?worker`, context, logOf(dataDir, 'worker'))
}

/** @param {string} name @param {string} script @param {Context} context */
function runScript(name, script, { dataDir, env, signal }) {
  const log = logOf(dataDir, name)
  return runTool(name, [nodeBinary(), ...TSX, ...LIFELINE, script], { log, env, signal })
}

/** @param {string} url @param {Context} context @param {string} log */
async function untilAnswers(url, { crew }, log) {
  /** @type {Error | undefined} */
  let failure
  void crew.failed.then((error) => {
    failure = error
  })
  for (const deadline = Date.now() + READY_TIMEOUT; Date.now() < deadline; ) {
    if (failure) throw failure
    const answer = await fetch(url, { signal: AbortSignal.timeout(3_000) }).catch(() => undefined)
    if (answer?.ok) return
    await new Promise((done) => setTimeout(done, 100))
  }
  throw new Error(`${url} did not become ready${tailOf(log)}`)
}

/** @param {string} dataDir @param {string} name */
function logOf(dataDir, name) {
  return join(dataDir, 'logs', `${name}.log`)
}

/** @param {Record<string, string | undefined>} source @returns {Record<string, string>} */
function definedOnly(source) {
  return Object.fromEntries(
    Object.entries(source).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  )
}

/** @param {number} port @param {string} database @returns {StackUrls} */
function stackUrls(port, database) {
  const at = (/** @type {keyof typeof OFFSETS} */ use) => `http://localhost:${port + OFFSETS[use]}`
  const smtp = `smtp://localhost:${port + OFFSETS.smtp}`
  return {
    web: at('web'),
    eid: at('eid'),
    payment: at('payment'),
    mailbox: at('mailbox'),
    authority: at('authority'),
    smtp,
    database,
  }
}
