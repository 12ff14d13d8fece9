import { db, inTransaction, type Transaction } from '@/db/client'
import { type DossierRow, findDossier } from '@/db/queries/dossiers'
import {
  endBreaches,
  findMarks,
  findWatchPage,
  insertBreach,
  takeMark,
  type WatchedRow,
} from '@/db/queries/watch'
import { getCalendar } from '@/lib/casework/definitions'
import { performEvent } from '@/lib/casework/perform-event'
import { dayOf } from '@/lib/deadlines/day'
import { type Duty, dutiesOf } from '@/lib/dossiers/watch/duties'
import { tellOfficers } from '@/lib/dossiers/watch/tell-officers'
import type { Actor } from '@/lib/identity/actor'
import { newId } from '@/lib/shared/ids'

const WATCH: Actor = { kind: 'system', job: 'watch-deadlines' }
const PAGE = 200
/** Dates that far ahead may already oblige: three working days over the longest run of holidays. */
const AHEAD_DAYS = 16
const DAY = 24 * 60 * 60 * 1000

export type WatchCounts = { looked: number; reminded: number; breaches: number; ended: number }

/**
 * The deadline watch: gives each open dossier what the law owes it at this moment. It decides from the
 * business clock and from marks, so it may run twice, late, or in two processes at once, and nothing is
 * said twice. `watch` is business time.
 */
export async function watchDeadlines(at: Date): Promise<WatchCounts> {
  const counts = { looked: 0, reminded: 0, breaches: 0, ended: 0 }
  const until = new Date(at.getTime() + AHEAD_DAYS * DAY)
  for (let after: string | null = null; ; ) {
    const page = await findWatchPage(db, { after, until, limit: PAGE })
    for (const dossier of page) {
      counts.looked += 1
      await watchOne(dossier, { at, counts })
    }
    const last = page.at(-1)
    if (!last || page.length < PAGE) break
    after = last.id
  }
  counts.ended = await endBreaches(db)
  return counts
}

type Tick = { at: Date; counts: WatchCounts }

async function watchOne(row: WatchedRow, { at, counts }: Tick): Promise<void> {
  const calendar = await getCalendar(db, row.solvingAgencyId, dayOf(at))
  const owed = dutiesOf(row, calendar.body, at)
  if (owed.length === 0) return
  const marks = await findMarks(db, row.id)
  for (const duty of owed.filter(({ kind, about }) => !marks.has(`${kind} ${about}`))) {
    const done = await inTransaction((tx) => fulfil(tx, { duty, dossierId: row.id, at }))
    if (!done) continue
    if (duty.do === 'remind') counts.reminded += 1
    else counts.breaches += 1
  }
}

type Owed = { duty: Duty; dossierId: string; at: Date }

/** Does one duty with its mark, its event and its messages; false when somebody was faster. */
async function fulfil(tx: Transaction, { duty, dossierId, at }: Owed): Promise<boolean> {
  const { kind, about } = duty
  if (!(await takeMark(tx, { dossierId, kind, about, at }))) return false
  const event =
    duty.do === 'remind'
      ? await performEvent(tx, {
          dossierId,
          event: 'remind',
          actor: WATCH,
          at,
          details: { kind, about },
        })
      : await recordBreach(tx, { duty, dossierId, at })
  // The dossier ended or moved between the look and the lock: the mark stands, nothing more is owed.
  if (!event.ok) return false
  const dossier = await getWatched(tx, dossierId)
  await tellOfficers(tx, { dossier, event: event.value, duty, at })
  return true
}

type Broken = { duty: Extract<Duty, { do: 'record-breach' }>; dossierId: string; at: Date }

async function recordBreach(
  tx: Transaction,
  { duty: { kind, clockKey, about }, dossierId, at }: Broken,
) {
  const breachId = newId()
  const event = await performEvent<'record-breach'>(tx, {
    dossierId,
    event: 'record-breach',
    actor: WATCH,
    at,
    details: { breachId, kind, clockKey, due: about },
  })
  if (event.ok) {
    const dossier = await getWatched(tx, dossierId)
    const { solvingAgencyId: agencyId } = dossier
    await insertBreach(tx, {
      id: breachId,
      dossierId,
      agencyId,
      kind,
      clockKey,
      dueAt: new Date(about),
      recordedAt: at,
    })
  }
  return event
}

async function getWatched(tx: Transaction, dossierId: string): Promise<DossierRow> {
  const dossier = await findDossier(tx, dossierId)
  if (!dossier) throw new Error(`dossier ${dossierId} is gone`)
  return dossier
}
