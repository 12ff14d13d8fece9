// @ts-check
// npm run demo: everything with one command, on a machine that has Node and npm and nothing else.
// Node built-ins only, and Node 20 is enough, because the packages may not be there yet.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { AlreadyRunning, lockFolder } from './folder-lock.mjs'
import { removeDatabase } from './launch-database.mjs'
import { install, needsInstall } from './packages.mjs'
import { ROOT } from './postgres-cluster.mjs'
import { startStack } from './processes.mjs'
import { say, step } from './steps.mjs'

/** @typedef {import('./processes.mjs').Stack} Stack */

const dataDir = join(ROOT, '.data')
const port = Number(process.env['PORT'] ?? 3000)
const giveUp = new AbortController()

/** @type {Stack | undefined} */
let stack

process.on('SIGINT', () => void leave())
process.on('SIGTERM', () => void leave())
process.on('SIGHUP', () => void leave())

try {
  await main()
} catch (error) {
  if (!giveUp.signal.aborted)
    say(`\nThe demo did not start. ${error instanceof Error ? error.message : error}`)
  const isTaken = error instanceof AlreadyRunning
  if (!giveUp.signal.aborted && !isTaken && existsSync(join(dataDir, 'migrations.done'))) {
    say(
      '\nIf its data come from another version of the product, start over: npm run demo -- --reset',
    )
  }
  process.exitCode = 1
}

async function main() {
  if (!Number.isInteger(port) || port < 1024 || port > 65_000)
    throw new Error(`PORT is no port for this: ${process.env['PORT']}`)
  say('Starting Một Cửa Y Tế; a first start takes a minute or two.')
  if (process.argv.includes('--reset')) await step('reset', reset)
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  if (needsInstall())
    await step('packages', () =>
      install({ log: join(dataDir, 'install.log'), signal: giveUp.signal }),
    )
  stack = await startStack({ port, dataDir, step, report: say, signal: giveUp.signal })
  welcome(stack)
  const error = await stack.failed
  if (giveUp.signal.aborted) return
  say(`\n${error.message}`)
  await stack.stop()
  process.exit(1)
}

/** Throws away the database, the files and the secrets of the demo; nothing else. */
async function reset() {
  lockFolder(dataDir, port)()
  await removeDatabase(dataDir)
  rmSync(dataDir, { recursive: true, force: true })
}

/** Ctrl-C: web server, worker, neighbours, database, in this order. */
async function leave() {
  if (giveUp.signal.aborted) return
  giveUp.abort()
  say('\nStopping …')
  await stack?.stop()
  if (stack) process.exit(0)
}

/** @param {Stack} running */
function welcome({ urls, env }) {
  say(`
Một Cửa Y Tế is ready:  ${urls.web}

  Applicants sign in with the demo e-ID; choose a person there:  ${urls.web}
  Officers sign in with the e-ID as well, or by password and one-time code:${officers(env['DATA_DIR'] ?? '')}
  One-time codes          ${urls.mailbox}/codes
  Mail                    ${urls.mailbox}/mail
  Text messages           ${urls.mailbox}/texts
  Payments                ${urls.payment}/
  Logs                    ${join(dataDir, 'logs')}

Stop with Ctrl-C. Start over with: npm run demo -- --reset
`)
}

/** @param {string} files where the seed wrote the accounts */
function officers(files) {
  const file = join(files, 'demo-accounts.json')
  if (!existsSync(file)) return ''
  /** @type {{ email: string, fullName: string, position?: string, password: string }[]} */
  const accounts = JSON.parse(readFileSync(file, 'utf8')).accounts
  const lines = accounts.map(
    ({ email, fullName, position = '' }) => `    ${email.padEnd(24)}${fullName}, ${position}`,
  )
  const passwords = new Set(accounts.map(({ password }) => password))
  const [shared] = passwords
  return `${passwords.size === 1 ? ` ${shared}` : ''}\n${lines.join('\n')}`
}
