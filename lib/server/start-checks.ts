import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { env, SettingsError } from '@/lib/server/env'

const OLDEST_NODE = [22, 18] as const
const DRIVER_FILES = ['src/connection.js', 'cjs/src/connection.js']
// The first words of the repaired function in patches/postgres+3.4.9.patch.
const DRIVER_PATCH = /function nextWrite\(fn\) \{\s*if \(!socket\)/

/** What a start could stumble over; the defaults are this process and its folder. */
export type StartFacts = { nodeVersion: string; root: string; readSettings: () => unknown }

/** All that is wrong with this start, one line each; nothing when it may go on. */
export function findStartProblems(facts: StartFacts): string[] {
  return [
    ...nodeProblems(facts.nodeVersion),
    ...driverProblems(facts.root),
    ...settingsProblems(facts.readSettings),
  ]
}

/** Reads `.env` when there is one, checks the start, and ends the process with one message if it is bad. */
export function refuseBadStart(): void {
  if (existsSync('.env')) process.loadEnvFile('.env')
  const facts = { nodeVersion: process.versions.node, root: process.cwd(), readSettings: env }
  const problems = findStartProblems(facts)
  if (problems.length === 0) return
  const lines = problems.map((problem) => `  - ${problem}\n`).join('')
  process.stderr.write(
    `Một Cửa Y Tế cannot start:\n${lines}The settings are explained in .env.example.\n`,
  )
  process.exit(1)
}

function nodeProblems(version: string): string[] {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const [oldestMajor, oldestMinor] = OLDEST_NODE
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return []
  return [
    `Node ${version} is too old, ${OLDEST_NODE.join('.')} is needed: start with npm run, which brings ` +
      'Node 24 along, and install without --ignore-scripts',
  ]
}

/** Unpatched, the driver dies with its connection and can commit half of a transaction. */
function driverProblems(root: string): string[] {
  const unpatched = DRIVER_FILES.some((file) => {
    const path = join(root, 'node_modules/postgres', file)
    return !existsSync(path) || !DRIVER_PATCH.test(readFileSync(path, 'utf8'))
  })
  if (!unpatched) return []
  return [
    'the postgres driver lacks our repairs: run npx patch-package, or npm ci without --ignore-scripts',
  ]
}

function settingsProblems(readSettings: () => unknown): string[] {
  try {
    readSettings()
    return []
  } catch (error) {
    if (error instanceof SettingsError) return error.problems
    throw error
  }
}
