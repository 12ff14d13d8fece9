import { addDays, addMonths, type Day, daysBetween } from '@/lib/deadlines/day'

/** A stretch of days; both ends belong to it. */
export type Period = { from: Day; to: Day }

/** What days beside whole months count as one, as the law counts a month that is not continuous. */
const DAYS_OF_A_MONTH = 30

/**
 * Whole months in all periods together; a day that lies in two of them counts once. Periods that meet are
 * one; in each the calendar's months count whole, and the days left over come together thirty to the month
 * (Civil Code 2015 Art. 146, 148).
 */
export function monthsIn(periods: readonly Period[]): number {
  const lengths = joined(periods).map(lengthOf)
  const days = lengths.reduce((sum, length) => sum + length.days, 0)
  const months = lengths.reduce((sum, length) => sum + length.months, 0)
  return months + Math.floor(days / DAYS_OF_A_MONTH)
}

function joined(periods: readonly Period[]): Period[] {
  const stretches: Period[] = []
  for (const { from, to } of periods.toSorted((a, b) => a.from.localeCompare(b.from))) {
    const before = stretches.at(-1)
    if (!before || from > addDays(before.to, 1)) stretches.push({ from, to })
    else if (to > before.to) before.to = to
  }
  return stretches
}

function lengthOf({ from, to }: Period): { months: number; days: number } {
  const end = addDays(to, 1)
  let months = 0
  while (addMonths(from, months + 1) <= end) months += 1
  return { months, days: daysBetween(addMonths(from, months), end) }
}
