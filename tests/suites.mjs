// @ts-check
// Runs one suite of vitest and counts what it reports.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { startChild } from '../lib/cli/child-process.mjs'
import { nodeBinary } from '../lib/cli/packages.mjs'
import { ROOT } from '../lib/cli/postgres-cluster.mjs'

/** @typedef {{ passed: number, failed: number, skipped: number, note?: string }} Count */

/**
 * @param {string} name of a project in tests/vitest.config.ts and of its folder
 * @param {{ signal: AbortSignal }} options `signal` ends it, as a failure
 * @returns {Promise<Count>}
 */
export async function runSuite(name, { signal }) {
  if (!existsSync(join(ROOT, 'tests', name)))
    return { passed: 0, failed: 0, skipped: 0, note: 'no such tests yet' }
  const report = join(ROOT, '.tmp', `tests-${name}.json`)
  mkdirSync(join(ROOT, '.tmp'), { recursive: true })
  rmSync(report, { force: true })
  const child = startChild(name, [nodeBinary(), ...vitest(name, report)])
  const giveUp = () => void child.stop()
  signal.addEventListener('abort', giveUp)
  const outcome = await child.exited
  signal.removeEventListener('abort', giveUp)
  if (signal.aborted) return { passed: 0, failed: 1, skipped: 0, note: 'ran out of time' }
  return existsSync(report)
    ? countReport(readFileSync(report, 'utf8'), outcome)
    : { passed: 0, failed: 1, skipped: 0, note: `vitest ended with ${outcome}` }
}

/** @param {string} name @param {string} report */
function vitest(name, report) {
  const args = ['run', '--config', 'tests/vitest.config.ts', '--project', name]
  args.push('--reporter=default', '--reporter=json', `--outputFile.json=${report}`)
  // Browser journeys share one running product, and two cores.
  if (name === 'e2e') args.push('--no-file-parallelism')
  return ['--import', './lib/cli/lifeline.mjs', 'node_modules/vitest/vitest.mjs', ...args]
}

/**
 * Counts a report of vitest. A file that broke before its tests, and an error outside of any test,
 * count as one failure each; so does a run that found nothing.
 * @param {string} json @param {number | string} outcome exit code of vitest
 * @returns {Count}
 */
export function countReport(json, outcome) {
  const {
    numPassedTests: passed,
    numFailedTests,
    numPendingTests,
    numTodoTests,
    testResults,
  } = JSON.parse(json)
  const broken = testResults.filter(isBroken).length
  const failed = numFailedTests + broken
  const count = { passed, failed, skipped: numPendingTests + numTodoTests }
  if (passed + failed === 0) return { ...count, failed: 1, note: 'found no tests' }
  if (failed === 0 && outcome !== 0)
    return { ...count, failed: 1, note: `vitest ended with ${outcome}` }
  return count
}

/** @param {{ status: string, assertionResults: { status: string }[] }} file */
function isBroken({ status, assertionResults }) {
  return status === 'failed' && !assertionResults.some((test) => test.status === 'failed')
}
