// npm run proof -- sixty-days [--dossiers 2000] [--kills 10] [--days 66] [--seed 1]
// Two months of the law's clock: dossiers of mixed fate go through the real use cases on PostgreSQL, day by
// day, while two workers sign, seal, render, send and watch, and are killed. In the end nobody is late in
// silence, nothing was said twice, every chain holds, and registers and slips say what the record says.
// About half an hour for 2,000 dossiers.
import { parseArgs } from 'node:util'
import { sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { promiseJobs } from '@/db/queries/jobs'
import { weekdayOf } from '@/lib/deadlines/day'
import { newId } from '@/lib/shared/ids'
import { anApplicant, aPaidDossier } from '@/tests/integration/dossiers/stage'
import { ACTS, type Act, type Cast, theCast } from './sixty-days/acts'
import { dayNumber, morningOf, setClock } from './sixty-days/day'
import { type Fate, fateAt } from './sixty-days/fates'
import { judgeCounts, judgeDates, judgeRecords, judgeReminders } from './sixty-days/judge'
import { listUndone } from './stand/judge-licences'
import { openStand, pause, type Stand, within } from './stand/stand'
import { type Finding, prove, seeded, table } from './stand/verdict'

const { values } = parseArgs({
  options: {
    dossiers: { type: 'string', default: '2000' },
    kills: { type: 'string', default: '10' },
    days: { type: 'string', default: '66' },
    seed: { type: 'string', default: '1' },
  },
})
const COUNT = Number(values.dossiers)
const KILLS = Number(values.kills)
const DAYS = Number(values.days)
/** So many dossiers are filed before the next day begins to bring its own. */
const FILING_DAYS = 3
/** Seconds: the busiest day files 667 dossiers, each with its page images, letters and messages. */
const PATIENCE = 7200

type Filed = {
  dossierId: string
  owner: Awaited<ReturnType<typeof anApplicant>>
  fate: Fate
  day: number
}

const random = seeded(Number(values.seed))
const refusals: string[] = []

await prove('sixty-days', async () => {
  const stand = await openStand((line) => console.log(`  ${line}`), { workers: 2 })
  try {
    const cast = await theCast()
    const filed: Filed[] = []
    const tally = { kills: 0 }
    for (let day = 0; day <= DAYS; day += 1) await liveThrough(stand, { day, filed, cast, tally })
    return await judge(filed, { kills: tally.kills, cast })
  } finally {
    await stand.close()
  }
})

type Today = { day: number; filed: Filed[]; cast: Cast; tally: { kills: number } }

/** One day: what people do in the morning, the watch, the kills, and all work done by the evening. */
async function liveThrough(stand: Stand, { day, filed, cast, tally }: Today): Promise<void> {
  const at = morningOf(day)
  await setClock(at)
  if (day < FILING_DAYS) await fileSome(filed, day)
  if (isWeekday(day)) await actOn(filed, { day, at, cast })
  await promiseJobs(db, [{ kind: 'watch-deadlines', payload: {}, key: `watch:${newId()}` }])
  const due = Math.floor(((day + 1) * KILLS) / (DAYS + 1))
  for (; tally.kills < due; tally.kills += 1) await killOne(stand, tally.kills)
  await allDone(`jobs of day ${day}`)
  if (day % 5 === 0)
    console.log(`  ${dayNumber(day)}: ${filed.length} dossiers, ${tally.kills} kills`)
}

/** Dossiers that the desk finds in the morning, each with its fate. */
async function fileSome(filed: Filed[], day: number): Promise<void> {
  const share = Math.ceil(COUNT / FILING_DAYS)
  const until = Math.min(COUNT, (day + 1) * share)
  while (filed.length < until) {
    const owner = await anApplicant()
    const dossierId = await aPaidDossier(owner, morningOf(day))
    filed.push({ dossierId, owner, fate: fateAt(random()), day })
  }
}

function isWeekday(day: number): boolean {
  const weekday = weekdayOf(dayNumber(day))
  return weekday !== 0 && weekday !== 6
}

/**
 * What people do this morning: everything planned up to today that a weekend held up, in order. What
 * comes second for a dossier waits until the jobs of the first are done, as a person would.
 */
async function actOn(filed: Filed[], { day, at, cast }: { day: number; at: Date; cast: Cast }) {
  for (let round = 0; ; round += 1) {
    const due = filed.flatMap((one) => {
      const act = one.fate.plan.filter(([after]) => isToday(one.day + after, day))[round]
      return act ? [{ one, after: act[0], name: act[1] }] : []
    })
    if (due.length === 0) return
    if (round > 0) await allDone(`acts of day ${day}`)
    for (const { one, after, name } of due) {
      const result = await acted(() => ACTS[name]({ ...one, cast, at }))
      if (!result.ok)
        refusals.push(`${one.fate.name}, day ${after}: ${name}: ${result.refusal.code}`)
    }
  }
}

/** Who finds the dossier changed by a job since the page was opened looks again and presses again. */
async function acted(act: () => ReturnType<Act>): ReturnType<Act> {
  const result = await act()
  return result.ok || result.refusal.code !== 'changed-meanwhile' ? result : act()
}

async function allDone(what: string): Promise<void> {
  if (!(await within(PATIENCE, isDrained, 250))) throw new Error(`${what} were never done`)
}

/** A planned day is today when it is, or when it lay on the weekend that has just passed. */
function isToday(planned: number, day: number): boolean {
  if (planned === day) return true
  let last = day - 1
  while (!isWeekday(last)) {
    if (planned === last) return true
    last -= 1
  }
  return false
}

async function killOne(stand: Stand, number: number): Promise<void> {
  await pause(Math.floor(random() * 1500))
  await stand.killWorker(number % 2)
}

async function isDrained(): Promise<boolean> {
  const watching = await db.execute(
    sql`select 1 from graphile_worker.jobs where key like 'watch:%' limit 1`,
  )
  return watching.length === 0 && (await listUndone()).length === 0
}

async function judge(
  filed: Filed[],
  { kills, cast }: { kills: number; cast: Cast },
): Promise<Finding[]> {
  const at = morningOf(DAYS)
  const counts = new Map<string, number>()
  for (const { fate } of filed) counts.set(fate.name, (counts.get(fate.name) ?? 0) + 1)
  table([['fate', 'dossiers'], ...counts])
  for (const refusal of new Set(refusals)) console.log(`  REFUSED ${refusal}`)
  const ids = filed.map(({ dossierId }) => dossierId)
  const period = { from: dayNumber(0), to: dayNumber(DAYS), at }
  return [
    { asked: 'dossiers', found: `${filed.length}`, holds: filed.length === COUNT },
    { asked: 'kills of a worker', found: `${kills}`, holds: kills === KILLS },
    { asked: 'acts refused', found: `${refusals.length}`, holds: refusals.length === 0 },
    ...(await judgeDates(at)),
    ...(await judgeReminders()),
    ...(await judgeRecords(ids)),
    ...(await judgeCounts(cast.desk, period)),
  ]
}
