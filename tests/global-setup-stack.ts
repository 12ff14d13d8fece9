import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { removeDatabase } from '@/lib/cli/launch-database.mjs'
import { freeStackPort } from '@/lib/cli/ports.mjs'
import { startStack } from '@/lib/cli/processes.mjs'

declare module 'vitest' {
  interface ProvidedContext {
    /** The running product with its neighbours; `env` holds the settings and secrets it runs with. */
    stack: { origin: string; urls: StackUrls; dataDir: string; env: Record<string, string> }
  }
}

type StackUrls = Awaited<ReturnType<typeof startStack>>['urls']

/** Starts the product as the demo does, on free ports and with data of its own, once for all journeys. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(join(tmpdir(), 'onedoor-e2e-'))
  const port = await freeStackPort()
  const report = (line: string) => process.stdout.write(`${line}\n`)
  const stack = await startStack({ port, dataDir, mode: 'test', report }).catch(async (error) => {
    await clearAway(dataDir)
    throw error
  })
  const { origin, urls, env } = stack
  project.provide('stack', { origin, urls, env, dataDir })
  return async () => {
    await stack.stop()
    await clearAway(dataDir)
  }
}

/** All but what the processes wrote: that stays for whoever looks for the reason of a failure. */
async function clearAway(dataDir: string): Promise<void> {
  await rm('.tmp/e2e-logs', { recursive: true, force: true })
  await cp(join(dataDir, 'logs'), '.tmp/e2e-logs', { recursive: true })
  await removeDatabase(dataDir)
  await rm(dataDir, { recursive: true, force: true })
}
