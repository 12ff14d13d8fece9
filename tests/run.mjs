// @ts-check
// npm test: everything the tests need, then all suites, then the count. `npm test -- unit e2e` runs
// some of them; `--with-check` counts npm run check as one test more.
import { mkdirSync } from 'node:fs'
import { startChild } from '../lib/cli/child-process.mjs'
import { install, needsInstall, nodeBinary } from '../lib/cli/packages.mjs'
import { say, step } from '../lib/cli/steps.mjs'
import { runSuite } from './suites.mjs'
import { findMissingPackages, installPackages } from './system-packages.mjs'

/** @typedef {import('./suites.mjs').Count} Count */

const SUITES = ['unit', 'integration', 'e2e']
// A guard against a test that hangs, not a target: the whole takes two thirds of it on a quiet machine.
const TIME_LIMIT = 28 * 60_000

const args = process.argv.slice(2)
const unknown = args.filter((arg) => !SUITES.includes(arg) && arg !== '--with-check')
const suites = SUITES.filter(
  (name) => args.includes(name) || !args.some((arg) => SUITES.includes(arg)),
)
const late = AbortSignal.timeout(TIME_LIMIT)

try {
  if (unknown.length > 0)
    throw new Error(`There is no suite ${unknown.join(', ')}; there are ${SUITES.join(', ')}.`)
  await prepare()
  const counts = await runAll()
  process.exitCode = summarise(counts) ? 0 : 1
} catch (error) {
  say(error instanceof Error ? error.message : String(error))
  say('0 passed, 1 failed')
  process.exitCode = 1
}

async function prepare() {
  mkdirSync('.tmp', { recursive: true })
  if (needsInstall()) await step('packages', () => install({ log: '.tmp/install.log' }))
  const missing = findMissingPackages()
  if (missing.length > 0) await step(missing.join(' '), async () => installPackages(missing))
}

/** @returns {Promise<Map<string, Count>>} */
async function runAll() {
  const counts = new Map()
  if (args.includes('--with-check')) counts.set('check', await runCheck())
  for (const name of suites) {
    say(`\n── ${name} ──`)
    counts.set(name, await runSuite(name, { signal: late }))
  }
  return counts
}

/** @returns {Promise<Count>} */
async function runCheck() {
  say('\n── check ──')
  const outcome = await startChild('check', [nodeBinary(), 'lib/cli/check.mjs']).exited
  return { passed: outcome === 0 ? 1 : 0, failed: outcome === 0 ? 0 : 1, skipped: 0 }
}

/** Prints the counts, the total last and plain. @param {Map<string, Count>} counts */
function summarise(counts) {
  let [passed, failed] = [0, 0]
  say('')
  for (const [name, count] of counts) {
    passed += count.passed
    failed += count.failed
    const skipped = count.skipped > 0 ? `, ${count.skipped} skipped` : ''
    say(
      `${name}: ${count.passed} passed, ${count.failed} failed${skipped}${count.note ? ` (${count.note})` : ''}`,
    )
  }
  say(`${passed} passed, ${failed} failed`)
  return failed === 0 && passed > 0
}
