import { type Day, weekdayOf } from '@/lib/deadlines/day'
import { opensOn, type Sessions, type WorkingCalendar } from '@/lib/deadlines/working-calendar'

export type CalendarFault = {
  path: string[]
  /** The day that is wrong, where it is one. */
  day?: Day
  code:
    | 'session-reversed'
    | 'sessions-overlap'
    | 'never-open'
    | 'year-missing'
    | 'day-outside-year'
    | 'day-twice'
    | 'day-off-and-makeup'
    | 'off-on-closed-day'
    | 'makeup-on-open-day'
}
type Body = Omit<WorkingCalendar, 'key'>

const WEEK = [0, 1, 2, 3, 4, 5, 6]

/** What is wrong with a calendar: overlaps, gaps, and days that contradict the ordinary week. */
export function findCalendarFaults(calendar: Body): CalendarFault[] {
  const own = Object.entries(calendar.weekdays ?? {})
  const faults = [
    ...sessionFaults(calendar.hours, ['hours']),
    ...own.flatMap(([weekday, sessions]) => sessionFaults(sessions, ['weekdays', weekday])),
    ...yearGaps(Object.keys(calendar.years)),
    ...Object.keys(calendar.years).flatMap((year) => yearFaults(calendar, year)),
  ]
  // Without one open weekday no search for a working day would ever end.
  const closed = !WEEK.some((weekday) => opensOn(calendar, weekday))
  return closed ? [...faults, { path: ['weekdays'], code: 'never-open' }] : faults
}

/** Sessions stand in order, end after they begin, and may touch but not overlap. */
function sessionFaults(sessions: Sessions, path: string[]): CalendarFault[] {
  return sessions.flatMap(([open, close], index): CalendarFault[] => {
    if (open >= close) return [{ path, code: 'session-reversed' }]
    const before = sessions[index - 1]
    return before && open < before[1] ? [{ path, code: 'sessions-overlap' }] : []
  })
}

function yearGaps(years: readonly string[]): CalendarFault[] {
  const inOrder = years.map(Number).sort((a, b) => a - b)
  return inOrder.flatMap((year, index): CalendarFault[] => {
    const before = inOrder[index - 1]
    return before !== undefined && year !== before + 1
      ? [{ path: ['years', String(before + 1)], code: 'year-missing' }]
      : []
  })
}

function yearFaults(calendar: Body, year: string): CalendarFault[] {
  const { off = [], makeup = [] } = calendar.years[year] ?? {}
  return [
    ...off.flatMap((day, index) => {
      const opens = opensOn(calendar, weekdayOf(day))
      return dayFaults(day, { year, list: 'off', repeated: off.indexOf(day) !== index }).concat(
        opens ? [] : { path: ['years', year, 'off'], code: 'off-on-closed-day', day },
        makeup.includes(day)
          ? { path: ['years', year, 'off'], code: 'day-off-and-makeup', day }
          : [],
      )
    }),
    ...makeup.flatMap((day, index) => {
      const weekday = weekdayOf(day)
      // On a Saturday of short hours a make-up day means the full ones.
      const opens = weekday !== 0 && weekday !== 6 && opensOn(calendar, weekday)
      const repeated = makeup.indexOf(day) !== index
      return dayFaults(day, { year, list: 'makeup', repeated }).concat(
        opens ? { path: ['years', year, 'makeup'], code: 'makeup-on-open-day', day } : [],
      )
    }),
  ]
}

function dayFaults(
  day: Day,
  { year, list, repeated }: { year: string; list: 'off' | 'makeup'; repeated: boolean },
): CalendarFault[] {
  const path = ['years', year, list]
  if (!day.startsWith(`${year}-`)) return [{ path, code: 'day-outside-year', day }]
  return repeated ? [{ path, code: 'day-twice', day }] : []
}
