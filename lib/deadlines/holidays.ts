import type { Day } from '@/lib/deadlines/day'

/** The holidays of Labour Code 2019 Art. 112 and, from 2026, Culture Day (Resolution 28/2026/QH16). */
export type Holiday =
  | 'new-year'
  | 'tet'
  | 'hung-kings'
  | 'reunification-and-labour'
  | 'national-day'
  | 'culture-day'
  | 'other'

const SEASONS: readonly (readonly [from: string, to: string, holiday: Holiday])[] = [
  ['01-01', '01-03', 'new-year'],
  ['01-18', '02-28', 'tet'],
  ['04-05', '04-28', 'hung-kings'],
  ['04-29', '05-04', 'reunification-and-labour'],
  ['08-31', '09-04', 'national-day'],
  ['11-23', '11-25', 'culture-day'],
]

/**
 * Which holiday a day off in a calendar belongs to, days in lieu included. Only the name follows from
 * the season; whether the day is off at all stands in the calendar, never here.
 */
export function holidayOf(day: Day): Holiday {
  const date = day.slice(5)
  return SEASONS.find(([from, to]) => from <= date && date <= to)?.[2] ?? 'other'
}
