import { addDays, type Day, dayOf, momentOf } from '@/lib/deadlines/day'
import {
  addWorkingMinutes,
  endOfLastSession,
  rollForward,
  type WorkingCalendar,
  workingMinutesBetween,
} from '@/lib/deadlines/working-calendar'

/** A stretch of time in which a limit stands still. */
export type Pause = { from: Date; to: Date }

/** In order of time, overlapping and touching ones joined: what was waited is waited once. */
export function joinPauses(pauses: readonly Pause[]): Pause[] {
  const joined: Pause[] = []
  for (const pause of [...pauses].sort((a, b) => a.from.getTime() - b.from.getTime())) {
    const last = joined.at(-1)
    if (!last || pause.from > last.to) joined.push({ ...pause })
    else if (pause.to > last.to) last.to = pause.to
  }
  return joined
}

/**
 * Where the end of office time lies after pauses: each adds exactly its working minutes. A pause
 * that begins when the limit has ended takes nothing from it. The pauses are joined.
 */
export function workingEndAfter(
  calendar: WorkingCalendar,
  end: Date,
  pauses: readonly Pause[],
): Date {
  return pauses.reduce((at, { from, to }) => {
    const minutes = from < at ? workingMinutesBetween(calendar, from, to) : 0
    return minutes > 0 ? addWorkingMinutes(calendar, at, minutes) : at
  }, end)
}

/**
 * When a limit of calendar time ends whose last day is `last`, after pauses: each adds exactly its
 * minutes to 24:00 of that day (Civil Code 2015 Art. 148.2), and the limit ends when the office
 * closes on the day reached, or on the next working day (Art. 148.5). A pause in the days by which
 * the end moved over days off has no minutes left to take: it only keeps the end from passing it.
 */
export function calendarEndAfter(
  calendar: WorkingCalendar,
  last: Day,
  pauses: readonly Pause[],
): Date {
  let end = momentOf(addDays(last, 1), 0)
  for (const { from, to } of pauses) {
    if (from < officeEnd(calendar, end)) {
      end = new Date(Math.max(end.getTime(), from.getTime()) + to.getTime() - from.getTime())
    }
  }
  return officeEnd(calendar, end)
}

/** The close of the office on the day that a moment ends, or on the next working day. */
function officeEnd(calendar: WorkingCalendar, end: Date): Date {
  return endOfLastSession(calendar, rollForward(calendar, dayOf(new Date(end.getTime() - 1))))
}
