// npm run proof -- web-kills [--kills 20] [--clients 30] [--seed 1] [--no-control]
// Kills the web server with SIGKILL twenty times while thirty applicants submit their dossiers over
// HTTP, each pressing the button again, with the same key, until told. What they were told stands in
// a log of their own. Afterwards the database must hold every dossier once, whole. The same with the
// guards against doubles switched off in the database shows that this proof can fail. The whole
// product runs, on localhost; about six minutes and, for new sources, a build.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { sql } from 'drizzle-orm'
import postgres from 'postgres'
import { closeDatabase, db } from '@/db/client'
import { removeDatabase } from '@/lib/cli/launch-database.mjs'
import { freeStackPort } from '@/lib/cli/ports.mjs'
import { startStack } from '@/lib/cli/processes.mjs'
import { newId } from '@/lib/shared/ids'
import { MONDAY } from '@/tests/integration/dossiers/stage'
import { type Filings, judgeFilings, readAcks } from './stand/judge-filings'
import { listUndone } from './stand/judge-licences'
import { within } from './stand/stand'
import { type Finding, prove, seeded, table } from './stand/verdict'
import {
  type Blow,
  type Instant,
  killedWave,
  measureWave,
  openScene,
  READY_WITHIN_SECONDS,
  type Scene,
  type Stack,
} from './stand/waves'

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '20' },
    clients: { type: 'string', default: '30' },
    seed: { type: 'string', default: '1' },
    'no-control': { type: 'boolean', default: false },
  },
})
const KILLS = Number(values.kills)
const CLIENTS = Number(values.clients)
const CONTROL_KILLS = 2
const INSTANTS: readonly Instant[] = ['random', 'commit', 'answers lost']
const HEAD = 'kill|instant|told before|filed, not told|not filed|ready again|all told|tries'.split(
  '|',
)

const applicants = { clients: CLIENTS, random: seeded(Number(values.seed)) }

await prove('web-kills', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'onedoor-proof-'))
  const stack = await startStack({
    port: await freeStackPort(),
    dataDir,
    mode: 'test',
    report: (line: string) => console.log(`  ${line}`),
  })
  try {
    Object.assign(process.env, stack.env)
    await writeFile(stack.env['CLOCK_FILE'] ?? '', `frozen:${MONDAY.toISOString()}`)
    const findings = await killAndKill(await openScene(stack, join(dataDir, 'told'), applicants))
    return values['no-control'] ? findings : [...findings, ...(await controls(stack, dataDir))]
  } finally {
    await closeDatabase()
    await stack.stop()
    await removeDatabase(dataDir)
    await rm(dataDir, { recursive: true, force: true })
  }
})

async function killAndKill(scene: Scene): Promise<Finding[]> {
  await measureWave(scene)
  const blows: Blow[] = []
  while (blows.length < KILLS) {
    const instant = INSTANTS[blows.length % INSTANTS.length] ?? 'random'
    const blow = await killedWave(scene, instant)
    blows.push(blow)
    console.log(`  kill ${rowOf(blow, blows.length).join(' · ')}`)
  }
  table([HEAD, ...blows.map((blow, index) => rowOf(blow, index + 1))])
  const between = blows.filter(({ told, filed }) => filed > told).length
  const slowest = Math.max(...blows.map(({ ready }) => ready))
  return [
    { asked: 'kills of the web server', found: `${blows.length}`, holds: blows.length === KILLS },
    {
      asked: 'kills between a commit and its answer',
      found: `${between}`,
      holds: between > 0 || KILLS < 3,
    },
    {
      asked: `ready again within ${READY_WITHIN_SECONDS} s`,
      found: `after ${seconds(slowest)} at most`,
      holds: slowest < READY_WITHIN_SECONDS * 1000,
    },
    ...findingsOf(await judge(scene)),
  ]
}

function findingsOf({ acknowledged, lost, doubled, halfDone }: Filings): Finding[] {
  const drafts = (KILLS + 1) * CLIENTS
  const none = (asked: string, faults: string[]) => ({
    asked,
    found: `${faults.length}`,
    holds: faults.length === 0,
  })
  return [
    {
      asked: 'drafts acknowledged in the end',
      found: `${acknowledged} of ${drafts}`,
      holds: acknowledged === drafts,
    },
    none('acknowledged and lost', lost),
    none('doubled: drafts with two dossiers, dossiers without their draft and key', doubled),
    none('half done: without its event, its papers, or what its job does', halfDone),
  ]
}

function rowOf({ instant, told, filed, ready, done, tries }: Blow, number: number) {
  const counts = [told, filed - told, CLIENTS - filed]
  return [number, instant, ...counts, seconds(ready), seconds(done), tries]
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`
}

async function judge({ clients, ackFile }: Scene): Promise<Filings> {
  await within(180, async () => (await listUndone()).length === 0)
  const personIds = clients.map(({ actor }) => actor.personId)
  const [first] = await db.execute<{ papers: number }>(sql`
    select count(*)::int as papers from papers where draft_id = ${readAcks(ackFile)[0]?.draftId}`)
  const filings = await judgeFilings(ackFile, { personIds, papers: first?.papers ?? 0 })
  for (const fault of [...filings.lost, ...filings.doubled, ...filings.halfDone].slice(0, 10))
    console.log(`  FAULT ${fault}`)
  return filings
}

/** With the guards off the judge has to find doubles; of a told dossier that is not there, a loss. */
async function controls(stack: Stack, dataDir: string): Promise<Finding[]> {
  console.log('  control: the database forgets which draft and which key became which dossier')
  await forgetWhatWasFiled(stack.env['MIGRATION_DATABASE_URL'] ?? '')
  const scene = await openScene(stack, join(dataDir, 'told-without-guards'), applicants)
  for (let kill = 0; kill < CONTROL_KILLS; kill += 1) await killedWave(scene, 'answers lost')
  scene.log.note({ key: newId(), draftId: newId(), dossierId: newId(), tries: 1 })
  const personIds = scene.clients.map(({ actor }) => actor.personId)
  const drafts = CONTROL_KILLS * CLIENTS
  const [held] = await db.execute<{ dossiers: number }>(sql`
    select count(*)::int as dossiers from dossiers where submitter_person_id in ${personIds}`)
  const { lost } = await judgeFilings(scene.ackFile, { personIds, papers: 0 })
  const dossiers = held?.dossiers ?? 0
  return [
    {
      asked: 'control: doubles without the guards against them',
      found: `${dossiers} dossiers of ${drafts} drafts`,
      holds: dossiers > drafts,
    },
    {
      asked: 'control: an acknowledgement without a dossier',
      found: `${lost.length} lost`,
      holds: lost.length === 1,
    },
  ]
}

/** Takes the memory of filed drafts away beneath the product: what comes twice is filed twice. */
async function forgetWhatWasFiled(ownerUrl: string): Promise<void> {
  const owner = postgres(ownerUrl, { max: 1, onnotice: () => undefined })
  await owner.unsafe(`
    create function forget_draft() returns trigger language plpgsql as
      $$ begin new.submitted_dossier_id := null; return new; end $$;
    create trigger forget_draft before update on drafts for each row execute function forget_draft();
    create function forget_key() returns trigger language plpgsql as
      $$ begin return null; end $$;
    create trigger forget_key before insert on submit_keys for each row execute function forget_key();`)
  await owner.end()
}
