import { type Day, dayOf, nextDay } from '@/lib/deadlines/day'
import { type DueDateRefusal, dueDate, receivedAt } from '@/lib/deadlines/due-date'
import type { DueDateQuestion } from '@/lib/deadlines/due-date-question'
import { type Holiday, holidayOf } from '@/lib/deadlines/holidays'
import { calendarOn, isWorkingDay, type WorkingCalendar } from '@/lib/deadlines/working-calendar'
import { accept, type Result } from '@/lib/shared/result'

/** A due date with the way it was counted. */
export type DueExplanation = {
  due: Date
  warnings: string[]
  /** From when the law counts: later than the receipt outside office hours or after a restart. */
  countedFrom: Date
  /** Where each leg of the limit ends, the waits included. */
  legEnds: Date[]
  /** What the due date would be without any wait. */
  withoutWaits: Date
  /** Days between start and end on which the office is closed, but for ordinary weekends. */
  holidays: { day: Day; holiday: Holiday }[]
  /** Weekend days between start and end that are worked in exchange. */
  makeupDays: Day[]
  weekendDays: number
}

/** The due date of a question and how it came about, for people to follow. */
export function explainDue(
  calendar: WorkingCalendar,
  question: DueDateQuestion,
): Result<DueExplanation, DueDateRefusal> {
  const answer = dueDate(calendar, question)
  const plain = dueDate(calendar, { ...question, pauses: [] })
  if (!answer.ok) return answer
  if (!plain.ok) return plain
  const countedFrom = receivedAt(calendar, question)
  const legEnds = question.limit.flatMap((_, index) => {
    const part = dueDate(calendar, { ...question, limit: question.limit.slice(0, index + 1) })
    return part.ok ? [part.value.due] : []
  })
  const walked = daysOfWay(calendar, question.from, answer.value.due)
  return accept({ ...answer.value, countedFrom, legEnds, withoutWaits: plain.value.due, ...walked })
}

function daysOfWay(calendar: WorkingCalendar, from: Date, due: Date) {
  const holidays: DueExplanation['holidays'] = []
  const makeupDays: Day[] = []
  let weekendDays = 0
  for (let day = dayOf(from); day <= dayOf(due); day = nextDay(day)) {
    const year = calendarOn(calendar, day).years[day.slice(0, 4)]
    if (year?.makeup.includes(day)) makeupDays.push(day)
    else if (year?.off.includes(day)) holidays.push({ day, holiday: holidayOf(day) })
    else if (!isWorkingDay(calendar, day)) weekendDays += 1
  }
  return { holidays, makeupDays, weekendDays }
}
