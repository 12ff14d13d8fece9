import { spawn } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { nodeBinary } from '@/lib/cli/packages.mjs'
import { newId } from '@/lib/shared/ids'

type Assertion = { status: string; fullName: string; failureMessages: string[] }
type FileReport = { name: string; status: string; message: string; assertionResults: Assertion[] }

export type Run = {
  passed: number
  /** Names of the tests that failed. */
  failed: string[]
  /** Files that broke before their tests, or an end without a report. */
  broken: string[]
  files: number
}

export type RunOptions = {
  root: string
  project: 'unit' | 'integration'
  /** Files, or parts of their paths; none means the whole project. */
  files?: readonly string[]
  more?: readonly string[]
  env?: Record<string, string>
  /** In milliseconds; a run that takes longer is broken. */
  timeout: number
}

/** Runs vitest in a folder that holds the sources, and reads its report. */
export async function runVitest(options: RunOptions): Promise<Run> {
  const { root, project, files = [], more = [], env = {}, timeout } = options
  const report = join(tmpdir(), `onedoor-vitest-${newId()}.json`)
  const args = ['node_modules/vitest/vitest.mjs', 'run', '--config', 'tests/vitest.config.ts']
  args.push('--project', project, '--reporter=json', `--outputFile.json=${report}`, ...more)
  const child = spawn(nodeBinary(), [...args, ...files], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
    timeout,
    killSignal: 'SIGKILL',
  })
  let words = ''
  child.stderr.on('data', (chunk: Buffer) => {
    words += chunk
  })
  const outcome = await new Promise<unknown>((done) =>
    child.once('close', (code, signal) => done(code ?? signal)),
  )
  if (!existsSync(report))
    return { passed: 0, failed: [], broken: [ended(outcome, words)], files: 0 }
  const run = readReport(readFileSync(report, 'utf8'))
  rmSync(report)
  return run
}

function ended(outcome: unknown, words: string): string {
  return `vitest ended with ${String(outcome)}: ${words.trim().slice(-300)}`
}

function readReport(json: string): Run {
  const { testResults }: { testResults: FileReport[] } = JSON.parse(json)
  const tests = testResults.flatMap(({ assertionResults }) => assertionResults)
  const failed = tests.filter(({ status }) => status === 'failed')
  const broken = testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  )
  return {
    passed: tests.filter(({ status }) => status === 'passed').length,
    failed: failed.map(({ fullName }) => fullName),
    broken: broken.map(({ name, message }) => `${name}: ${message.slice(0, 300)}`),
    files: testResults.length,
  }
}
