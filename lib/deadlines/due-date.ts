import { addDays, addMonths, clockTime, dayOf, timeOfDay } from '@/lib/deadlines/day'
import {
  type DueDateQuestion,
  findQuestionFault,
  type QuestionFault,
} from '@/lib/deadlines/due-date-question'
import { calendarEndAfter, joinPauses, type Pause, workingEndAfter } from '@/lib/deadlines/pauses'
import type { TimeLimit } from '@/lib/deadlines/time-limit'
import {
  addWorkingDays,
  addWorkingMinutes,
  endOfLastSession,
  nextWorkingMoment,
  startOfDay,
  type WorkingCalendar,
} from '@/lib/deadlines/working-calendar'
import { accept, type Result, refuse } from '@/lib/shared/result'

/** One working day is eight working hours when a limit has half days. */
const WORKING_DAY_MINUTES = 8 * 60

export type DueDate = {
  due: Date
  /** `calendar-year-missing:2028`: only weekends were known for that year. */
  warnings: string[]
}
export type DueDateRefusal = { code: QuestionFault }

/**
 * When a time limit ends (Civil Code 2015 Art. 147–148): the day of the event is not counted, a
 * limit of whole days ends when the office closes on its last day, and a last day off moves to the
 * next working day. Hours and half days are counted in minutes of office time.
 *
 * Where the law leaves a choice: a pause adds its exact working minutes to the end of a limit of
 * working hours or days, so that such a day may end at 10:00; to a limit of calendar days or months
 * it adds its exact minutes, and the limit ends at the close of the day reached. A pause counts from
 * the receipt on, the day of receipt included, and takes nothing from a limit that has ended. With a
 * restart the whole limit, its rules for off-hours and cut-off included, counts from the end of the
 * wait as from a receipt (Decree 118/2025 Art. 19.5); what was waited before is forgotten.
 */
export function dueDate(
  calendar: WorkingCalendar,
  question: DueDateQuestion,
): Result<DueDate, DueDateRefusal> {
  const fault = findQuestionFault(question)
  if (fault) return refuse({ code: fault })
  const begin = receivedAt(calendar, question)
  const pauses = pausesAfter(begin, question)
  const due = question.limit.reduce(
    (at, leg) => endOfLeg(calendar, leg, { at, pauses: pauses.filter(({ from }) => from >= at) }),
    begin,
  )
  return accept({ due, warnings: missingYears(calendar, question.from, due) })
}

/** The moment from which the law counts: the receipt, or the end of the last wait with a restart. */
export function receivedAt(calendar: WorkingCalendar, question: DueDateQuestion): Date {
  const { cutoff, offHours = 'next-working-time', pauses = [] } = question
  const from = pauses.reduce(
    (latest, { effect, to }) => (effect === 'restart' && to > latest ? to : latest),
    question.from,
  )
  if (cutoff !== undefined && timeOfDay(from) > clockTime(cutoff)) {
    return startOfDay(calendar, addDays(dayOf(from), 1))
  }
  return offHours === 'as-is' ? from : nextWorkingMoment(calendar, from)
}

/** The stretches in which the limit that counts from `begin` stands still, joined and in order. */
function pausesAfter(begin: Date, { pauses = [] }: DueDateQuestion): Pause[] {
  return joinPauses(pauses.filter(({ effect }) => effect === 'pause'))
    .filter(({ to }) => to > begin)
    .map(({ from, to }) => ({ from: from > begin ? from : begin, to }))
}

function endOfLeg(
  calendar: WorkingCalendar,
  { value, unit }: TimeLimit,
  { at, pauses }: { at: Date; pauses: readonly Pause[] },
): Date {
  switch (unit) {
    case 'calendar-day':
      return calendarEndAfter(calendar, addDays(dayOf(at), value), pauses)
    case 'month':
      return calendarEndAfter(calendar, addMonths(dayOf(at), value), pauses)
    case 'same-day': {
      const day = dayOf(nextWorkingMoment(calendar, at))
      return workingEndAfter(calendar, endOfLastSession(calendar, day), pauses)
    }
    case 'working-hour':
      return workingEndAfter(calendar, addWorkingMinutes(calendar, at, value * 60), pauses)
    case 'working-day':
      return workingEndAfter(calendar, endOfWorkingDays(calendar, at, value), pauses)
  }
}

function endOfWorkingDays(calendar: WorkingCalendar, at: Date, value: number): Date {
  return Number.isInteger(value)
    ? endOfLastSession(calendar, addWorkingDays(calendar, dayOf(at), value))
    : addWorkingMinutes(calendar, at, value * WORKING_DAY_MINUTES)
}

function missingYears(calendar: WorkingCalendar, from: Date, to: Date): string[] {
  const first = Number(dayOf(from).slice(0, 4))
  const count = Number(dayOf(to).slice(0, 4)) - first + 1
  return Array.from({ length: count }, (_, i) => String(first + i))
    .filter((year) => !(year in calendar.years))
    .map((year) => `calendar-year-missing:${year}`)
}
