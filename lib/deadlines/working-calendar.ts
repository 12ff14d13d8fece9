import {
  clockTime,
  type Day,
  dayOf,
  momentOf,
  nextDay,
  timeOfDay,
  weekdayOf,
} from '@/lib/deadlines/day'

const MINUTE = 60_000
export type Sessions = readonly (readonly [open: string, close: string])[]

/** When state offices work. Only the days and hours matter to the arithmetic. */
export type WorkingCalendar = {
  key: string
  /** The sessions of Monday to Friday and of make-up days. */
  hours: Sessions
  /**
   * Weekdays with sessions of their own, "0" Sunday … "6" Saturday; none means closed. A weekday the
   * office opens on is a working day, however short: so a Saturday morning counts as one.
   */
  weekdays?: Readonly<Record<string, Sessions>> | undefined
  years: Readonly<Record<string, { off: readonly Day[]; makeup: readonly Day[] }>>
  /** What held before a day; the fields above count from that day on. */
  before?: { day: Day; calendar: WorkingCalendar } | undefined
}

/**
 * Calendars that followed one another, as one: each day counts by what held on it, so that a calendar
 * published today leaves the days behind us as they were. The first part holds for all days before it.
 */
export function joinCalendars(
  first: WorkingCalendar,
  later: readonly { from: Day; calendar: WorkingCalendar }[],
): WorkingCalendar {
  return later.reduce<WorkingCalendar>(
    (joined, { from, calendar }) => ({ ...calendar, before: { day: from, calendar: joined } }),
    first,
  )
}

/** The part of a joined calendar that holds on a day. */
export function calendarOn(calendar: WorkingCalendar, on: Day): WorkingCalendar {
  let part = calendar
  while (part.before && on < part.before.day) part = part.before.calendar
  return part
}

/** False for weekends and holidays, true for make-up days; an unknown year knows weekends only. */
export function isWorkingDay(calendar: WorkingCalendar, on: Day): boolean {
  const part = calendarOn(calendar, on)
  const year = part.years[on.slice(0, 4)]
  if (year?.makeup.includes(on)) return true
  return opensOn(part, weekdayOf(on)) && !year?.off.includes(on)
}

/** Whether the office opens on a weekday of an ordinary week, 0 Sunday … 6 Saturday. */
export function opensOn(calendar: Pick<WorkingCalendar, 'weekdays'>, weekday: number): boolean {
  const own = calendar.weekdays?.[weekday]
  return own ? own.length > 0 : weekday !== 0 && weekday !== 6
}

/** True inside an office session, its close included: a limit may end at 12:00 or 17:00. */
export function isWorkingMoment(calendar: WorkingCalendar, at: Date): boolean {
  const now = timeOfDay(at)
  const on = dayOf(at)
  const inSession = sessionsOn(calendar, on).some(([open, close]) => open <= now && now <= close)
  return inSession && isWorkingDay(calendar, on)
}

/** The day itself when it is a working day, else the first one after it. */
export function rollForward(calendar: WorkingCalendar, from: Day): Day {
  let on = from
  while (!isWorkingDay(calendar, on)) on = nextDay(on)
  return on
}

/** The moment itself inside a session, else the opening of the next session. */
export function nextWorkingMoment(calendar: WorkingCalendar, from: Date): Date {
  const on = rollForward(calendar, dayOf(from))
  const now = on === dayOf(from) ? timeOfDay(from) : 0
  const session = sessionsOn(calendar, on).find(([, close]) => now < close)
  if (session) return momentOf(on, Math.max(now, session[0]))
  return startOfDay(calendar, nextDay(on))
}

/** The opening of the first session of a day, or of the next working day. */
export function startOfDay(calendar: WorkingCalendar, on: Day): Date {
  const open = rollForward(calendar, on)
  return momentOf(open, sessionsOn(calendar, open)[0]?.[0] ?? 0)
}

/** When the office closes on a day. */
export function endOfLastSession(calendar: WorkingCalendar, on: Day): Date {
  return momentOf(on, sessionsOn(calendar, on).at(-1)?.[1] ?? 0)
}

/** The moment at which so many minutes of office time have passed. */
export function addWorkingMinutes(calendar: WorkingCalendar, from: Date, minutes: number): Date {
  let left = minutes * MINUTE
  for (let on = dayOf(from); ; on = nextDay(on)) {
    for (const [open, close] of officeTimes(calendar, on)) {
      const begin = Math.max(open, from.getTime())
      if (begin >= close) continue
      if (left <= close - begin) return new Date(begin + left)
      left -= close - begin
    }
  }
}

/** Minutes of office time between two moments, parts of a minute included; 0 when `to` is not later. */
export function workingMinutesBetween(calendar: WorkingCalendar, from: Date, to: Date): number {
  const last = dayOf(to)
  let time = 0
  for (let on = dayOf(from); on <= last; on = nextDay(on)) {
    for (const [open, close] of officeTimes(calendar, on)) {
      time += Math.max(0, Math.min(close, to.getTime()) - Math.max(open, from.getTime()))
    }
  }
  return time / MINUTE
}

/** The working day that lies `count` working days after a day; the day itself is not counted. */
export function addWorkingDays(calendar: WorkingCalendar, from: Day, count: number): Day {
  let on = from
  for (let left = count; left > 0; left -= 1) on = rollForward(calendar, nextDay(on))
  return on
}

/** Working days after `from` up to and with `to`; 0 when `to` is not later. */
export function workingDaysBetween(calendar: WorkingCalendar, from: Day, to: Day): number {
  let count = 0
  for (let on = nextDay(from); on <= to; on = nextDay(on)) {
    if (isWorkingDay(calendar, on)) count += 1
  }
  return count
}

type Times = readonly (readonly [open: number, close: number])[]

/** Sessions in milliseconds after midnight. Lists of sessions never change, so each is read once. */
const read = new WeakMap<Sessions, Times>()

function sessionsOn(calendar: WorkingCalendar, on: Day): Times {
  const { years, weekdays, hours } = calendarOn(calendar, on)
  const makeup = years[on.slice(0, 4)]?.makeup.includes(on)
  const written = (makeup ? undefined : weekdays?.[weekdayOf(on)]) ?? hours
  const known = read.get(written)
  if (known) return known
  const times = written.map(([open, close]) => [clockTime(open), clockTime(close)] as const)
  read.set(written, times)
  return times
}

/** When the office is open on a day, in milliseconds since the epoch; nothing on a day off. */
function officeTimes(calendar: WorkingCalendar, on: Day): Times {
  if (!isWorkingDay(calendar, on)) return []
  const midnight = momentOf(on, 0).getTime()
  return sessionsOn(calendar, on).map(([open, close]) => [midnight + open, midnight + close])
}
