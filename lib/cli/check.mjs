// @ts-check
// npm run check: every mechanical check of the house, each with its time; ends with 1 if one fails.
// The words of both languages are checked with the types: a missing key does not compile.
import { spawn } from 'node:child_process'
import { cpSync, existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { install, needsInstall, nodeBinary } from './packages.mjs'
import { ROOT } from './postgres-cluster.mjs'
import { say, step } from './steps.mjs'

const FOLDERS = ['app', 'components', 'db', 'lib', 'tests', 'proxy.ts', 'instrumentation.ts']
const DRIFT = join(ROOT, '.tmp/migrations')
// Far below what there is. dependency-cruiser reads no file and reports success when its parser is missing.
const FEWEST_MODULES = 200

/** @type {[string, () => Promise<unknown>][]} */
const checks = [
  ['lock file', checkLockFile],
  ['types', checkTypes],
  [
    'style',
    () =>
      tool('@biomejs/biome/bin/biome', [
        'check',
        '--diagnostic-level=error',
        '--max-diagnostics=100',
      ]),
  ],
  [
    'promises',
    () => tool('oxlint/bin/oxlint', ['--type-aware', '-c', 'tests/oxlint.json', ...FOLDERS]),
  ],
  ['rooms', checkRooms],
  ['dead code', () => tool('knip/bin/knip.js', [])],
  ['migrations', checkMigrations],
]

if (needsInstall()) await step('packages', () => install())
let failures = 0
for (const [name, check] of checks) {
  try {
    await step(name, check)
  } catch (error) {
    failures += 1
    say(`${error instanceof Error ? error.message : error}\n`)
  }
}
process.exitCode = failures === 0 ? 0 : 1

/** Runs a tool out of node_modules. @param {string} path @param {string[]} args @param {NodeJS.ProcessEnv} [env] */
async function tool(path, args, env = process.env) {
  const { outcome, output } = await run([join(ROOT, 'node_modules', path), ...args], env)
  if (outcome !== 0) throw new Error(output)
  return output
}

/** @param {string[]} args @param {NodeJS.ProcessEnv} env @returns {Promise<{ outcome: number | null, output: string }>} */
function run(args, env) {
  const child = spawn(nodeBinary(), args, {
    cwd: ROOT,
    env: { ...env, NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      output += chunk
    })
  return new Promise((done) => child.once('close', (outcome) => done({ outcome, output })))
}

/** A lock file made where the registry lacked some platform's package fails `npm ci` everywhere. */
async function checkLockFile() {
  const { packages } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8'))
  const locked = new Set(Object.keys(packages).map((path) => path.split('node_modules/').at(-1)))
  const missing = Object.values(packages)
    .flatMap(({ optionalDependencies = {} }) => Object.keys(optionalDependencies))
    .filter((name) => !locked.has(name))
  if (missing.length > 0)
    throw new Error(
      `package-lock.json lacks optional packages: ${[...new Set(missing)].join(', ')}`,
    )
}

async function checkTypes() {
  await tool('next/dist/bin/next', ['typegen'], { ...process.env, NEXT_TELEMETRY_DISABLED: '1' })
  await tool('typescript/bin/tsc', ['--noEmit', '--incremental', 'false'])
}

async function checkRooms() {
  const folders = FOLDERS.filter((folder) => existsSync(join(ROOT, folder)))
  const args = ['--config', 'tests/dependency-rules.cjs', ...folders]
  const output = await tool('dependency-cruiser/bin/dependency-cruiser.mjs', args)
  const read = Number(/(\d+) modules/.exec(output)?.[1] ?? 0)
  if (read < FEWEST_MODULES)
    throw new Error(`only ${read} modules were read: is the parser @swc/core installed?`)
}

/** The schema says nothing that the migrations do not say already. */
async function checkMigrations() {
  const drizzle = (/** @type {string} */ command, env = process.env) =>
    tool('drizzle-kit/bin.cjs', [command, '--config', 'db/drizzle.config.ts'], env)
  await drizzle('check')
  rmSync(DRIFT, { recursive: true, force: true })
  cpSync(join(ROOT, 'db/migrations'), DRIFT, { recursive: true })
  await drizzle('generate', { ...process.env, MIGRATIONS_DIR: '.tmp/migrations' })
  const known = new Set(readdirSync(join(ROOT, 'db/migrations')))
  const drift = readdirSync(DRIFT).filter((file) => !known.has(file))
  if (drift.length > 0)
    throw new Error(
      `db/schema has changed; generate a migration: ${readFileSync(join(DRIFT, drift[0] ?? ''), 'utf8')}`,
    )
}
