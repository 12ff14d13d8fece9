import { type Day, dayOf, daysBetween } from '@/lib/deadlines/day'
import { type WorkingCalendar, workingDaysBetween } from '@/lib/deadlines/working-calendar'

/** How a dossier stands to its due date; an open one is never early. */
export type Standing = 'early' | 'on-time' | 'overdue'

/**
 * Compares dates in Viet Nam, not times, as the provinces and Decision 766/QĐ-TTg do: finished before
 * the due date is early, on it is on time, after it is overdue. Without an end, `now` stands in and
 * what is not overdue is on time. No due date counts as on time.
 */
export function standingOf(times: { due: Date | null; ended: Date | null; now: Date }): Standing {
  const { due, ended, now } = times
  if (due === null) return 'on-time'
  const dueDay = dayOf(due)
  const endDay = dayOf(ended ?? now)
  if (endDay > dueDay) return 'overdue'
  return ended !== null && endDay < dueDay ? 'early' : 'on-time'
}

export type Remaining =
  | { kind: 'left'; workingDays: number }
  | { kind: 'today' }
  | { kind: 'overdue'; overdueDays: number }

/** Working days left, due today, or calendar days over: what the chip and the first sentence say. */
export function remaining(calendar: WorkingCalendar, due: Date, now: Date): Remaining {
  const dueDay: Day = dayOf(due)
  const today = dayOf(now)
  if (today === dueDay) return { kind: 'today' }
  if (today > dueDay) return { kind: 'overdue', overdueDays: daysBetween(dueDay, today) }
  return { kind: 'left', workingDays: workingDaysBetween(calendar, today, dueDay) }
}
