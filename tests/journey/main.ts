import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { chromium } from 'playwright-core'
import { removeDatabase } from '@/lib/cli/launch-database.mjs'
import { freeStackPort } from '@/lib/cli/ports.mjs'
import { startStack } from '@/lib/cli/processes.mjs'
import { findBrowser } from '@/tests/system-packages.mjs'
import { playJourney } from './play'
import type { OpenContext } from './scene'

// npm run journey: a fresh demo of its own on free ports, the main job played in a real browser, and
// artifacts/{receipt-slip.pdf,licence.pdf,screenshots}. Ends with 0 only if all of it worked. With
// DATABASE_URL and MIGRATION_DATABASE_URL set, their empty database is taken in place of an embedded one.
const report = (line: string) => process.stdout.write(`${line}\n`)
const dataDir = await mkdtemp(join(tmpdir(), 'onedoor-journey-'))
const { DATABASE_URL: app, MIGRATION_DATABASE_URL: owner } = process.env
const database = app && owner ? { app, owner } : undefined
const port = await freeStackPort()
const stack = await startStack({ port, dataDir, mode: 'test', report, database })
const executablePath = findBrowser()
if (!executablePath) throw new Error('there is no Chromium on this machine')
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
const artifacts = resolve('artifacts')
try {
  await rm(artifacts, { recursive: true, force: true })
  const open: OpenContext = (options) => browser.newContext({ locale: 'vi-VN', ...options })
  const { origin, urls } = stack
  const pictures = join(artifacts, 'screenshots')
  await playJourney({ open, origin, mailbox: urls.mailbox, pictures, report }, artifacts)
  report(`The journey worked. Look at ${artifacts}`)
} catch (error) {
  report(error instanceof Error ? (error.stack ?? error.message) : String(error))
  for (const context of browser.contexts())
    for (const page of context.pages())
      await page.screenshot({ path: join(artifacts, 'failed.png') })
  process.exitCode = 1
} finally {
  await browser.close()
  await stack.stop()
  await removeDatabase(dataDir)
  await rm(dataDir, { recursive: true, force: true })
}
process.exit()
