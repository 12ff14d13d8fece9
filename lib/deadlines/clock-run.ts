import { type Day, dayOf } from '@/lib/deadlines/day'
import { type DueDateRefusal, dueDate } from '@/lib/deadlines/due-date'
import type { DueDateQuestion } from '@/lib/deadlines/due-date-question'
import { calendarEndAfter, joinPauses, type Pause, workingEndAfter } from '@/lib/deadlines/pauses'
import type { TimeLimit } from '@/lib/deadlines/time-limit'
import {
  endOfLastSession,
  isWorkingDay,
  rollForward,
  type WorkingCalendar,
} from '@/lib/deadlines/working-calendar'
import { accept, type Result, refuse } from '@/lib/shared/result'

/** A time of waiting for somebody; `to` is null while it lasts. ISO instants. */
export type Wait = { from: string; to: string | null; effect: 'restart' | 'pause' | 'none' }

/**
 * A clock of a dossier: the facts that happened to it, and the two dates that follow from them.
 * All moments are ISO instants. `due` and `reportDue` come from `derive` and from nowhere else.
 */
export type ClockRun = {
  key: string
  limit: TimeLimit[]
  offHours?: 'next-working-time' | 'as-is'
  cutoff?: string
  startedAt: string
  waits: Wait[]
  extendedTo: string | null
  /** How many waits had been closed when the clock was extended: the later ones move the new date. */
  extendedAfter?: number
  endedAt: string | null
  /** What the law of the case says. */
  due: string
  /**
   * What national reporting says (Decision 766/QĐ-TTg): the original date plus every closed wait as a
   * pause, whatever its effect in law; never restarted, never extended.
   */
  reportDue: string
}
export type Derived = { due: string; reportDue: string; warnings: string[] }
export type ClockRefusal =
  | DueDateRefusal
  | {
      code: 'clock-ended' | 'no-open-wait' | 'already-extended' | 'not-later' | 'not-a-working-day'
    }

export type ClockStartFacts = Pick<ClockRun, 'key' | 'limit' | 'offHours' | 'cutoff'> & {
  from: Date
}

/** A clock that begins at a moment, with its two dates. */
export function startClock(
  calendar: WorkingCalendar,
  { from, ...rules }: ClockStartFacts,
): Result<ClockRun, ClockRefusal> {
  if (Number.isNaN(from.getTime())) return refuse({ code: 'invalid-moment' })
  const startedAt = from.toISOString()
  const facts = { ...rules, startedAt, waits: [], extendedTo: null, endedAt: null }
  return withDates(calendar, { ...facts, due: startedAt, reportDue: startedAt })
}

/** The clock while somebody is waited for; no date moves before the wait is over. */
export function openWait(run: ClockRun, { from, effect }: Omit<Wait, 'to'>): ClockRun {
  return { ...run, waits: [...run.waits, { from, to: null, effect }] }
}

/** The clock when what was waited for has come: every open wait ends, and both dates follow. */
export function closeWait(
  calendar: WorkingCalendar,
  run: ClockRun,
  to: string,
): Result<ClockRun, ClockRefusal> {
  if (run.endedAt !== null) return refuse({ code: 'clock-ended' })
  if (!run.waits.some((wait) => wait.to === null)) return refuse({ code: 'no-open-wait' })
  return withDates(calendar, { ...run, waits: closedAt(run.waits, to) })
}

/** The clock with a new date, once and later (Decree 118/2025 Art. 19.6): the close of that day. */
export function extendClock(
  calendar: WorkingCalendar,
  run: ClockRun,
  to: Day,
): Result<ClockRun, ClockRefusal> {
  if (run.endedAt !== null) return refuse({ code: 'clock-ended' })
  if (run.extendedTo !== null) return refuse({ code: 'already-extended' })
  if (to <= dayOf(new Date(run.due))) return refuse({ code: 'not-later' })
  if (!isWorkingDay(calendar, to)) return refuse({ code: 'not-a-working-day' })
  const extendedTo = endOfLastSession(calendar, to).toISOString()
  const extendedAfter = run.waits.filter((wait) => wait.to !== null).length
  return withDates(calendar, { ...run, extendedTo, extendedAfter })
}

/** The clock after its work is done; its dates stay, and a second end changes nothing. */
export function endClock(run: ClockRun, at: string): ClockRun {
  return run.endedAt === null ? { ...run, endedAt: at } : run
}

/** The clock under another calendar: the facts are kept, the dates follow anew. */
export function recalendar(
  calendar: WorkingCalendar,
  run: ClockRun,
): Result<ClockRun, ClockRefusal> {
  return run.endedAt === null ? withDates(calendar, run) : refuse({ code: 'clock-ended' })
}

/** What both dates would be if what is waited for came at a moment. */
export function previewIfAnsweredAt(
  calendar: WorkingCalendar,
  run: ClockRun,
  at: Date,
): Result<Derived, ClockRefusal> {
  if (Number.isNaN(at.getTime())) return refuse({ code: 'invalid-moment' })
  const answered = closeWait(calendar, run, at.toISOString())
  return answered.ok ? derive(calendar, answered.value) : answered
}

/**
 * Both dates from the facts of a clock; the only place a due date comes from. Waits that last move
 * nothing yet. The date of an extension moves by the pauses that closed after it, and the later of
 * the law's own date and the extended one counts, so that an extension never shortens.
 */
export function derive(calendar: WorkingCalendar, run: ClockRun): Result<Derived, ClockRefusal> {
  const closed = run.waits.flatMap(({ from, to, effect }) =>
    to === null ? [] : [{ from: new Date(from), to: new Date(to), effect }],
  )
  const { limit, offHours, cutoff } = run
  const question: DueDateQuestion = {
    from: new Date(run.startedAt),
    limit,
    ...(offHours && { offHours }),
    ...(cutoff && { cutoff }),
  }
  const lawful = closed.flatMap(({ effect, ...wait }) =>
    effect === 'none' ? [] : [{ ...wait, effect }],
  )
  const law = dueDate(calendar, { ...question, pauses: lawful })
  if (!law.ok) return law
  const waited = closed.map((wait) => ({ ...wait, effect: 'pause' as const }))
  const report = dueDate(calendar, { ...question, pauses: waited })
  if (!report.ok) return report
  const due = laterOf(law.value.due, extendedDue(calendar, run))
  return accept({
    due: due.toISOString(),
    reportDue: report.value.due.toISOString(),
    warnings: law.value.warnings,
  })
}

/** The date of the extension letter, moved by the pauses that closed after it. */
function extendedDue(calendar: WorkingCalendar, run: ClockRun): Date | null {
  if (run.extendedTo === null) return null
  const pauses = joinPauses(laterPauses(run))
  const day = rollForward(calendar, dayOf(new Date(run.extendedTo)))
  const unit = run.limit.at(-1)?.unit
  return unit === 'calendar-day' || unit === 'month'
    ? calendarEndAfter(calendar, day, pauses)
    : workingEndAfter(calendar, endOfLastSession(calendar, day), pauses)
}

function laterPauses({ waits, extendedAfter = 0 }: ClockRun): Pause[] {
  return waits
    .slice(extendedAfter)
    .flatMap(({ from, to, effect }) =>
      effect === 'pause' && to !== null ? [{ from: new Date(from), to: new Date(to) }] : [],
    )
}

function laterOf(one: Date, other: Date | null): Date {
  return other !== null && other > one ? other : one
}

function closedAt(waits: readonly Wait[], to: string): Wait[] {
  return waits.map((wait) => (wait.to === null ? { ...wait, to } : wait))
}

function withDates(calendar: WorkingCalendar, run: ClockRun): Result<ClockRun, ClockRefusal> {
  const derived = derive(calendar, run)
  if (!derived.ok) return derived
  const { due, reportDue } = derived.value
  return accept({ ...run, due, reportDue })
}
