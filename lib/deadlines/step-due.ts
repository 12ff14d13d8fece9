import type { ClockRun } from '@/lib/deadlines/clock-run'
import { joinPauses, type Pause, workingEndAfter } from '@/lib/deadlines/pauses'
import {
  addWorkingMinutes,
  type WorkingCalendar,
  workingMinutesBetween,
} from '@/lib/deadlines/working-calendar'

/** The part of a clock that a step spends: from 0.2 to 0.7 of it. */
export type ShareRange = { from: number; to: number }

/**
 * When a step begins and is due that spends a share of a clock: its part of the office minutes
 * between the clock's start (the end of the last wait that restarted it) and its due date, calendar
 * limits included. A step stands still in the clock's waits, ends on a whole minute, rounded up, and
 * never after the clock; the last step of shares that make the whole ends with the clock.
 */
export function stepDue(
  calendar: WorkingCalendar,
  run: ClockRun,
  share: ShareRange,
): { from: Date; due: Date } {
  const begin = beginOf(run)
  const due = new Date(run.due)
  const pauses = pausesOf(run, { begin, due })
  const waited = pauses.reduce(
    (sum, { from, to }) => sum + workingMinutesBetween(calendar, from, to),
    0,
  )
  const minutes = workingMinutesBetween(calendar, begin, due) - waited
  const at = (part: number): Date => {
    if (part >= 1) return due
    if (part <= 0) return begin
    // Shares are written as decimals: 0.1 + 0.2 must not cost a minute more than 0.3.
    const spent = Math.ceil(Number((minutes * part).toFixed(6)))
    const end = workingEndAfter(calendar, addWorkingMinutes(calendar, begin, spent), pauses)
    return end < due ? end : due
  }
  return { from: at(share.from), due: at(share.to) }
}

function beginOf({ startedAt, waits }: ClockRun): Date {
  const restarts = waits.flatMap(({ effect, to }) =>
    effect === 'restart' && to !== null ? [Date.parse(to)] : [],
  )
  return new Date(Math.max(Date.parse(startedAt), ...restarts))
}

function pausesOf({ waits }: ClockRun, { begin, due }: { begin: Date; due: Date }): Pause[] {
  const closed = waits.flatMap(({ from, to, effect }): Pause[] =>
    effect === 'pause' && to !== null ? [{ from: new Date(from), to: new Date(to) }] : [],
  )
  return joinPauses(closed)
    .filter(({ from, to }) => to > begin && from < due)
    .map(({ from, to }) => ({
      from: from > begin ? from : begin,
      to: to < due ? to : due,
    }))
}
