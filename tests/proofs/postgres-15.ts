// npm run proof -- postgres-15 [--journey] [FILE …]
// The product on Debian 12's own PostgreSQL 15, with its two roles: migrations, twice, and then the
// whole integration suite; with --journey the main job in a real browser, too. The embedded server of
// demo and tests is a newer one. About two minutes.
import { spawn, spawnSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import postgres from 'postgres'
import { nodeBinary } from '@/lib/cli/packages.mjs'
import { borrowedFolder, ROOT } from '@/lib/cli/postgres-cluster.mjs'
import { testSettings } from '@/tests/test-settings'
import { runVitest } from './stand/run-vitest'
import { findPostgres, type SystemPostgres, startSystemPostgres } from './stand/system-postgres'
import { type Finding, prove, table } from './stand/verdict'

const MINUTES = 60_000
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { journey: { type: 'boolean', default: false } },
})

await prove('postgres-15', async () => {
  const home = findPostgres(15)
  if (!home) {
    const command = 'apt-get install -y --no-install-recommends postgresql-15'
    return [{ asked: 'PostgreSQL 15 is installed', found: `no: ${command}`, holds: false }]
  }
  const dataDir = await mkdtemp(join(tmpdir(), 'onedoor-postgres-15-'))
  const server = await startSystemPostgres(home, dataDir)
  try {
    return [
      {
        asked: 'server',
        found: server.version.split(' on ')[0] ?? '',
        holds: server.version.startsWith('PostgreSQL 15.'),
      },
      ...migrateTwice(server),
      ...(await judgeRoles(server)),
      ...(await runSuite(server)),
      ...(values.journey ? [await playJourney(server)] : []),
    ]
  } finally {
    await server.stop()
    await rm(borrowedFolder(dataDir), { recursive: true, force: true })
    await rm(dataDir, { recursive: true, force: true })
  }
})

function migrateTwice({ urls }: SystemPostgres): Finding[] {
  const migrate = () => {
    const settings = { DATABASE_URL: urls.app, MIGRATION_DATABASE_URL: urls.owner }
    const { status, stdout, stderr } = spawnSync(
      nodeBinary(),
      ['--import', 'tsx', 'lib/cli/migrate.ts'],
      { cwd: ROOT, encoding: 'utf8', env: { ...process.env, ...testSettings, ...settings } },
    )
    return { status, said: `${stdout}${stderr}`.trim().split('\n').join(' · ') }
  }
  const first = migrate()
  const again = migrate()
  return [
    { asked: 'migrations', found: first.said, holds: first.status === 0 },
    {
      asked: 'migrations, once more',
      found: again.said,
      holds: again.status === 0 && again.said.startsWith('0 migrations applied'),
    },
  ]
}

/** The application's role reads and writes, and cannot rewrite the record or change a table. */
async function judgeRoles({ urls }: SystemPostgres): Promise<Finding[]> {
  const sql = postgres(urls.app, { max: 1, onnotice: () => undefined })
  const outcome = (query: string) =>
    sql.unsafe(query).then(
      () => 'allowed',
      (error: { code?: string }) => (error.code === '42501' ? 'refused' : String(error.code)),
    )
  const asked: [query: string, expected: string][] = [
    ['select count(*) from dossiers', 'allowed'],
    ["update dossier_events set type = 'x'", 'refused'],
    ['delete from ledger_entries', 'refused'],
    ['truncate document_numbers', 'refused'],
    ['alter table dossiers add column x text', 'refused'],
  ]
  const findings: Finding[] = []
  for (const [query, expected] of asked) {
    const found = await outcome(query)
    findings.push({ asked: `as onedoor_app: ${query}`, found, holds: found === expected })
  }
  await sql.end()
  return findings
}

async function runSuite(server: SystemPostgres): Promise<Finding[]> {
  const urls = await server.addDatabase('suite')
  const run = await runVitest({
    root: ROOT,
    project: 'integration',
    files: positionals,
    // These start databases of their own, the embedded ones.
    more: ['--exclude', 'tests/integration/cli/**'],
    env: { TEST_DATABASE_URLS: JSON.stringify(urls) },
    timeout: 10 * MINUTES,
  })
  table([...run.failed, ...run.broken].map((name) => ['FAILED', name]))
  const failures = run.failed.length + run.broken.length
  return [
    {
      asked: 'integration suite',
      found: `${run.passed} passed, ${failures} failed, ${run.files} files`,
      holds: failures === 0 && run.passed > 0,
    },
  ]
}

/** npm run journey on an empty database of this server. */
async function playJourney(server: SystemPostgres): Promise<Finding> {
  const urls = await server.addDatabase('journey')
  const child = spawn(nodeBinary(), ['--import', 'tsx', 'tests/journey/main.ts'], {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, DATABASE_URL: urls.app, MIGRATION_DATABASE_URL: urls.owner },
  })
  const code = await new Promise<number | null>((done) => child.once('close', done))
  return {
    asked: 'journey',
    found: code === 0 ? 'worked' : `ended with ${code}`,
    holds: code === 0,
  }
}
