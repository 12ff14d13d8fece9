// npm run proof -- worker-kills [--kills 20] [--seed 1] [--patience 60] [--no-control]
// Kills the worker with SIGKILL while it signs and seals licences: at the time-stamp request, at random
// instants after its answer, and when a file was stored and is not yet recorded. Afterwards
// every licence must be there once, whole and valid. Two copies of the product with one guard
// removed show that this proof can fail. Traffic to localhost only; about six minutes.
import { existsSync, readdirSync, statSync, watch } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { findDossier } from '@/db/queries/dossiers'
import type { LicenceState } from '@/lib/workflow/flows/licence-states'
import { aDossierForTheLeader, approve, authorise } from '@/tests/integration/dossiers/walk'
import { withoutGuard } from './stand/controls'
import { faultsOf, judgeSeries, listUndone } from './stand/judge-licences'
import { openStand, pause, type Stand, within } from './stand/stand'
import { type Finding, prove, seeded, table } from './stand/verdict'

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '20' },
    seed: { type: 'string', default: '1' },
    patience: { type: 'string', default: '60' },
    'no-control': { type: 'boolean', default: false },
  },
})
const KILLS = Number(values.kills)
const PATIENCE = Number(values.patience)
const AT_ONCE = 2
/** The crew gives up on what dies more than five times a minute. */
const BETWEEN_KILLS = 12_200

/** The instants of the kills, in turn, each with the longest random delay after it in milliseconds. */
const INSTANTS = [
  { name: 'stamp asked', longest: 0 },
  { name: 'stamped', longest: 300 },
  { name: 'file stored', longest: 30 },
  { name: 'stamped', longest: 150 },
  { name: 'file stored', longest: 0 },
] as const

type Instant = (typeof INSTANTS)[number]['name']
type Blow = { number: number; step: 'sign' | 'seal'; wave: string[] }

const STEPS = {
  sign: { start: approve, stage: 'signed', goal: ['awaiting-seal'] },
  seal: { start: authorise, stage: 'issued', goal: ['issued'] },
} as const satisfies Record<Blow['step'], unknown>

let lastKill = 0
const random = seeded(Number(values.seed))
const rows: (string | number)[][] = [
  ['kill', 'step', 'instant', 'recorded', 'stored only', 'half written', 'whole after'],
]

await prove('worker-kills', async () => {
  const stand = await openStand((line) => console.log(`  ${line}`))
  try {
    const dossiers = await killAndKill(stand)
    const findings = await judge(dossiers)
    table(rows)
    if (values['no-control']) return findings
    return [...findings, ...(await controls())]
  } finally {
    await stand.close()
  }
})

/** Wave after wave of dossiers, until all kills are done or work was stuck. */
async function killAndKill(stand: Stand): Promise<string[]> {
  const all: string[] = []
  while (rows.length - 1 < KILLS) {
    const wave = await Promise.all(Array.from({ length: AT_ONCE }, aDossierForTheLeader))
    all.push(...wave)
    await within(PATIENCE, async () => (await listUndone()).length === 0)
    if (!(await signAndSeal(stand, wave))) break
  }
  return all
}

/** Two kills a wave: one while its dossiers are signed, one while they are sealed; false when stuck. */
async function signAndSeal(stand: Stand, wave: string[]): Promise<boolean> {
  for (const step of ['sign', 'seal'] as const) {
    const number = rows.length
    if (number > KILLS) return true
    await pause(Math.max(0, lastKill + BETWEEN_KILLS - Date.now()))
    if (!(await oneKill(stand, { number, step, wave }))) return false
  }
  return true
}

/** One step of a wave with one kill in it; false when the work was not done within the patience. */
async function oneKill(stand: Stand, { number, step, wave }: Blow): Promise<boolean> {
  const { start, stage, goal } = STEPS[step]
  const { name, longest } = INSTANTS[(number - 1) % INSTANTS.length] ?? INSTANTS[0]
  const delay = Math.floor(random() * longest)
  const before = lookIntoStore(stand)
  const killed = armed(stand, name, delay)
  for (const dossierId of wave) await start(dossierId)
  await killed
  lastKill = Date.now()
  const after = lookIntoStore(stand)
  const recorded = await countStage(wave, stage)
  const whole = await within(PATIENCE, () => areAll(wave, goal))
  rows.push([
    number,
    step,
    `${name} + ${delay} ms`,
    `${recorded} of ${wave.length}`,
    after.stored - before.stored - recorded,
    after.half - before.half,
    whole ? `${((Date.now() - lastKill) / 1000).toFixed(1)} s` : `stuck for ${PATIENCE} s`,
  ])
  console.log(`  kill ${number}: ${rows.at(-1)?.slice(1).join(' · ')}`)
  return whole
}

/** Settles when the worker was killed: once, at the first coming of the instant and the delay after it. */
async function armed(stand: Stand, instant: Instant, delay: number): Promise<void> {
  await (instant === 'file stored' ? untilStored(stand) : untilStamp(stand, instant))
  await pause(delay)
  await stand.killWorker()
}

/** Settles when a time stamp is asked for, or has left; the answer is held back for the kill. */
function untilStamp({ gate }: Stand, instant: 'stamp asked' | 'stamped'): Promise<void> {
  return new Promise((come) => {
    gate.tell((moment) => {
      if ((moment === 'request') !== (instant === 'stamp asked')) return undefined
      gate.tell(() => undefined)
      come()
      return pause(100)
    })
  })
}

/** Settles when the store has taken in a file: its name among those that arrive is gone. */
function untilStored({ dataDir }: Stand): Promise<void> {
  const arriving = join(dataDir, 'files', 'files', 'incoming')
  return new Promise((come) => {
    const watcher = watch(arriving, (_event, name) => {
      if (!name || existsSync(join(arriving, name))) return
      watcher.close()
      come()
    })
  })
}

/** Files of the store, and those that were being written when the worker died. */
function lookIntoStore({ dataDir }: Stand): { stored: number; half: number } {
  const home = join(dataDir, 'files', 'files')
  const names = readdirSync(home, { recursive: true, encoding: 'utf8' })
  const files = names.filter((name) => statSync(join(home, name)).isFile())
  const half = files.filter((name) => name.endsWith('.tmp')).length
  return { stored: files.length - half, half }
}

async function countStage(wave: string[], stage: string): Promise<number> {
  const rows = await db.execute(sql`
    select 1 from document_files f join documents d on d.id = f.document_id
    where f.stage = ${stage} and d.kind = 'licence' and d.dossier_id in ${wave}`)
  return rows.length
}

async function areAll(wave: string[], goal: readonly LicenceState[]): Promise<boolean> {
  const found = await Promise.all(wave.map((id) => findDossier(db, id)))
  return found.every((dossier) => dossier && goal.includes(dossier.state))
}

async function judge(dossiers: string[]): Promise<Finding[]> {
  await within(PATIENCE, async () => (await listUndone()).length === 0)
  const undone = await listUndone()
  const faults = await Promise.all(
    dossiers.map(async (id) => (await faultsOf(id)).map((fault) => `${id}: ${fault}`)),
  )
  for (const fault of [...faults.flat(), ...undone.map((one) => `undone: ${one}`)])
    console.log(`  FAULT ${fault}`)
  const whole = faults.filter((found) => found.length === 0).length
  const kills = rows.length - 1
  return [
    { asked: 'kills of the worker', found: `${kills}`, holds: kills === KILLS },
    {
      asked: 'licences issued once: state, hash, two signatures, register, chain of events',
      found: `${whole} of ${dossiers.length}`,
      holds: whole === dossiers.length && whole > 0,
    },
    ...(await judgeSeries(dossiers.length)),
    {
      asked: 'nothing left undone',
      found: `${undone.length} jobs and messages`,
      holds: undone.length === 0,
    },
  ]
}

/** The same proof on copies of the product with one guard removed: it has to fail. */
async function controls(): Promise<Finding[]> {
  return [
    await withoutGuard({
      asked: 'control: file and event recorded one after the other, not together',
      edits: [
        {
          file: 'lib/dossiers/certify-document.ts',
          from: "const mine = await keepDocumentFile(tx, pdf, { documentId, stage: 'signed', name, at })",
          to: `const stage = 'signed' as const
    const mine = await inTransaction((own) => keepDocumentFile(own, pdf, { documentId, stage, name, at }))
    await new Promise((done) => setTimeout(done, 400))`,
        },
      ],
      proof: ['worker-kills', '--kills', '8', '--patience', '25', '--no-control'],
    }),
    await withoutGuard({
      asked: 'control: nobody gives back the jobs of a dead worker',
      edits: [
        {
          file: 'lib/jobs/sweeper.ts',
          from: 'if (confirmed.length > 0) {',
          to: 'if (confirmed.length > 1_000) {',
        },
      ],
      proof: ['worker-kills', '--kills', '1', '--patience', '25', '--no-control'],
    }),
  ]
}
