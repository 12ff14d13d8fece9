import { addDays, addMonths, clockTime, type Day, dayOf, timeOfDay } from '@/lib/deadlines/day'
import { type TimeLimit, timeLimitSchema } from '@/lib/deadlines/time-limit'
import {
  addWorkingDays,
  addWorkingMinutes,
  endOfLastSession,
  nextWorkingMoment,
  rollForward,
  startOfDay,
  type WorkingCalendar,
} from '@/lib/deadlines/working-calendar'
import { accept, type Result, refuse } from '@/lib/shared/result'

/** One working day is eight working hours when a limit has half days. */
const WORKING_DAY_MINUTES = 8 * 60

export type DueDateQuestion = {
  from: Date
  /** The legs of the limit; the second begins where the first ends. */
  limit: readonly TimeLimit[]
  /** Receipt outside office hours counts from the next working time, unless the law says as it is. */
  offHours?: 'next-working-time' | 'as-is'
  /** "15:00": what comes later that day counts from the next working day. */
  cutoff?: string
}
export type DueDate = {
  due: Date
  /** `calendar-year-missing:2028`: only weekends were known for that year. */
  warnings: string[]
}
export type DueDateRefusal = { code: 'invalid-moment' | 'no-limit' | 'invalid-limit' }

/**
 * When a time limit ends (Civil Code 2015 Art. 147–148): the day of the event is not counted, a
 * limit of whole days ends when the office closes on its last day, and a last day off moves to the
 * next working day. Hours and half days are counted in minutes of office time.
 */
export function dueDate(
  calendar: WorkingCalendar,
  question: DueDateQuestion,
): Result<DueDate, DueDateRefusal> {
  const { from, limit } = question
  if (Number.isNaN(from.getTime())) return refuse({ code: 'invalid-moment' })
  if (limit.length === 0) return refuse({ code: 'no-limit' })
  if (!limit.every((leg) => timeLimitSchema.safeParse(leg).success)) {
    return refuse({ code: 'invalid-limit' })
  }
  const due = limit.reduce((at, leg) => endOfLeg(calendar, at, leg), receivedAt(calendar, question))
  return accept({ due, warnings: missingYears(calendar, dayOf(from), dayOf(due)) })
}

/** The moment from which the law counts what was received at `from`. */
function receivedAt(calendar: WorkingCalendar, question: DueDateQuestion): Date {
  const { from, cutoff, offHours = 'next-working-time' } = question
  if (cutoff !== undefined && timeOfDay(from) > clockTime(cutoff)) {
    return startOfDay(calendar, addDays(dayOf(from), 1))
  }
  return offHours === 'as-is' ? from : nextWorkingMoment(calendar, from)
}

function endOfLeg(calendar: WorkingCalendar, from: Date, { value, unit }: TimeLimit): Date {
  if (unit === 'working-hour') return addWorkingMinutes(calendar, from, value * 60)
  if (unit === 'working-day' && !Number.isInteger(value)) {
    return addWorkingMinutes(calendar, from, value * WORKING_DAY_MINUTES)
  }
  return endOfLastSession(calendar, lastDay(calendar, dayOf(from), { value, unit }))
}

function lastDay(calendar: WorkingCalendar, from: Day, { value, unit }: TimeLimit): Day {
  if (unit === 'working-day') return addWorkingDays(calendar, from, value)
  const last = unit === 'month' ? addMonths(from, value) : addDays(from, value)
  return rollForward(calendar, last)
}

function missingYears(calendar: WorkingCalendar, from: Day, to: Day): string[] {
  const first = Number(from.slice(0, 4))
  const count = Number(to.slice(0, 4)) - first + 1
  return Array.from({ length: count }, (_, i) => String(first + i))
    .filter((year) => !(year in calendar.years))
    .map((year) => `calendar-year-missing:${year}`)
}
