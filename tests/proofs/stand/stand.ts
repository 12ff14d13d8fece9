import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { closeDatabase } from '@/db/client'
import { migrateDatabase } from '@/db/migrate'
import { loadAgencies } from '@/lib/administration/load-agencies'
import { loadAllDefinitions } from '@/lib/administration/load-definitions'
import { seedDemo } from '@/lib/administration/seed-demo'
import { Crew } from '@/lib/cli/crew.mjs'
import { stackSettings } from '@/lib/cli/demo-settings.mjs'
import { removeDatabase, startDatabase } from '@/lib/cli/launch-database.mjs'
import { freeStackPort, OFFSETS } from '@/lib/cli/ports.mjs'
import { MONDAY } from '@/tests/integration/dossiers/stage'
import { type StampGate, startStampGate } from './stamp-gate'

/** Database, neighbours and worker without the web server: what a proof of the worker needs. */
export type Stand = {
  dataDir: string
  gate: StampGate
  /** Kills a worker as a power cut would; the crew starts it again. */
  killWorker: (which?: number) => Promise<void>
  failed: Promise<Error>
  close: () => Promise<void>
}

const NODE_ARGS = ['--import', 'tsx', '--import', './lib/cli/lifeline.mjs']

/** Starts the stand on free ports with data of its own; the law's clock stands at MONDAY. */
export async function openStand(
  report: (line: string) => void,
  { workers = 1 } = {},
): Promise<Stand> {
  const dataDir = await mkdtemp(join(tmpdir(), 'onedoor-proof-'))
  const port = await freeStackPort()
  const crew = new Crew(report)
  const start = () => startDatabase({ dataDir, port: port + OFFSETS.database, fast: true })
  const { urls } = await crew.keepDatabase(start)
  const gate = await startStampGate(`http://localhost:${port + OFFSETS.authority}/tsa`)
  Object.assign(process.env, stackSettings({ port, dataDir, mode: 'test' }), {
    DATABASE_URL: urls.app,
    MIGRATION_DATABASE_URL: urls.owner,
    TSA_URL: gate.url,
  })
  await writeFile(process.env['CLOCK_FILE'] ?? '', `frozen:${MONDAY.toISOString()}`)
  await migrateDatabase(urls.owner, urls.app)
  await furnish()
  const keep = (name: string, file: string) =>
    crew.keep(name, [...NODE_ARGS, file], {
      log: join(dataDir, `${name}.log`),
      env: { ...process.env },
    })
  await keep('neighbours', 'tests/sandbox/main.ts')
  await untilAnswers(`http://localhost:${port + OFFSETS.mailbox}/health`)
  const names = Array.from({ length: workers }, (_, i) => (i === 0 ? 'worker' : `worker-${i + 1}`))
  for (const name of names) await keep(name, 'lib/jobs/worker.ts')
  const close = async () => {
    await crew.stop()
    await gate.close()
    await closeDatabase()
    await removeDatabase(dataDir)
    await rm(dataDir, { recursive: true, force: true })
  }
  return {
    dataDir,
    gate,
    killWorker: (which = 0) => kill(crew, names[which] ?? 'worker'),
    failed: crew.failed,
    close,
  }
}

async function furnish(): Promise<void> {
  await loadAllDefinitions({ root: process.cwd(), since: '2024-01-01' })
  await loadAgencies()
  await seedDemo(new Date('2025-01-01T00:00:00Z'))
}

/** Kills a part of a crew by its number, and returns when it is gone. */
export async function kill(crew: Pick<Crew, 'pids'>, part: string): Promise<void> {
  const pid = crew.pids()[part]
  if (!pid) throw new Error(`${part} does not run`)
  process.kill(pid, 'SIGKILL')
  while (isThere(pid)) await pause(5)
}

function isThere(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

export function pause(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms))
}

/** Asks until it holds, with so many milliseconds between; false when it never did within the time. */
export async function within(
  seconds: number,
  ask: () => Promise<boolean>,
  every = 100,
): Promise<boolean> {
  for (const end = Date.now() + seconds * 1000; Date.now() < end; await pause(every)) {
    if (await ask()) return true
  }
  return false
}

async function untilAnswers(url: string): Promise<void> {
  const answers = await within(60, async () =>
    fetch(url).then(
      ({ ok }) => ok,
      () => false,
    ),
  )
  if (!answers) throw new Error(`${url} does not answer`)
}
