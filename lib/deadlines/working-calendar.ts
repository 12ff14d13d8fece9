import {
  addDays,
  clockTime,
  type Day,
  dayOf,
  momentOf,
  timeOfDay,
  weekdayOf,
} from '@/lib/deadlines/day'

const MINUTE = 60_000
/** When state offices work. Only the days and hours matter to the arithmetic. */
export type WorkingCalendar = {
  key: string
  hours: readonly (readonly [string, string])[]
  years: Readonly<Record<string, { off: readonly Day[]; makeup: readonly Day[] }>>
}

/** False for weekends and holidays, true for make-up days; an unknown year knows weekends only. */
export function isWorkingDay(calendar: WorkingCalendar, on: Day): boolean {
  const year = calendar.years[on.slice(0, 4)]
  if (year?.makeup.includes(on)) return true
  const weekday = weekdayOf(on)
  return weekday !== 0 && weekday !== 6 && !year?.off.includes(on)
}

/** True inside an office session, its close included: a limit may end at 12:00 or 17:00. */
export function isWorkingMoment(calendar: WorkingCalendar, at: Date): boolean {
  const now = timeOfDay(at)
  const inSession = sessionsOf(calendar).some(([open, close]) => open <= now && now <= close)
  return inSession && isWorkingDay(calendar, dayOf(at))
}

/** The day itself when it is a working day, else the first one after it. */
export function rollForward(calendar: WorkingCalendar, from: Day): Day {
  let on = from
  while (!isWorkingDay(calendar, on)) on = addDays(on, 1)
  return on
}

/** The moment itself inside a session, else the opening of the next session. */
export function nextWorkingMoment(calendar: WorkingCalendar, from: Date): Date {
  const on = rollForward(calendar, dayOf(from))
  const now = on === dayOf(from) ? timeOfDay(from) : 0
  const session = sessionsOf(calendar).find(([, close]) => now < close)
  if (session) return momentOf(on, Math.max(now, session[0]))
  return startOfDay(calendar, addDays(on, 1))
}

/** The opening of the first session of a day, or of the next working day. */
export function startOfDay(calendar: WorkingCalendar, on: Day): Date {
  return momentOf(rollForward(calendar, on), sessionsOf(calendar)[0]?.[0] ?? 0)
}

/** When the office closes on a day. */
export function endOfLastSession(calendar: WorkingCalendar, on: Day): Date {
  return momentOf(on, sessionsOf(calendar).at(-1)?.[1] ?? 0)
}

/** The moment at which so many minutes of office time have passed. */
export function addWorkingMinutes(calendar: WorkingCalendar, from: Date, minutes: number): Date {
  let left = minutes * MINUTE
  let at = nextWorkingMoment(calendar, from)
  for (;;) {
    const close = closeOf(calendar, at)
    const here = close.getTime() - at.getTime()
    if (left <= here) return new Date(at.getTime() + left)
    left -= here
    at = nextWorkingMoment(calendar, close)
  }
}

/** The working day that lies `count` working days after a day; the day itself is not counted. */
export function addWorkingDays(calendar: WorkingCalendar, from: Day, count: number): Day {
  let on = from
  for (let left = count; left > 0; left -= 1) on = rollForward(calendar, addDays(on, 1))
  return on
}

/** Working days after `from` up to and with `to`; 0 when `to` is not later. */
export function workingDaysBetween(calendar: WorkingCalendar, from: Day, to: Day): number {
  let count = 0
  for (let on = addDays(from, 1); on <= to; on = addDays(on, 1)) {
    if (isWorkingDay(calendar, on)) count += 1
  }
  return count
}

function sessionsOf(calendar: WorkingCalendar): (readonly [number, number])[] {
  return calendar.hours.map(([open, close]) => [clockTime(open), clockTime(close)] as const)
}

function closeOf(calendar: WorkingCalendar, at: Date): Date {
  const now = timeOfDay(at)
  const session = sessionsOf(calendar).find(([open, close]) => open <= now && now < close)
  return session ? momentOf(dayOf(at), session[1]) : at
}
