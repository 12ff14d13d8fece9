import { addDays, type Day, daysBetween } from '@/lib/deadlines/day'

/** A stretch of days; both ends belong to it. */
export type Period = { from: Day; to: Day }

/** The shortest that a full calendar month of work can be taken for: never to the harm of who counts. */
const DAYS_OF_A_MONTH = 30

/** Whole months in all periods together; a day that lies in two of them counts once. */
export function monthsIn(periods: readonly Period[]): number {
  let days = 0
  let counted = ''
  for (const { from, to } of periods.toSorted((a, b) => a.from.localeCompare(b.from))) {
    const start = from > counted ? from : addDays(counted, 1)
    if (start > to) continue
    days += daysBetween(start, to) + 1
    counted = to
  }
  return Math.floor(days / DAYS_OF_A_MONTH)
}
