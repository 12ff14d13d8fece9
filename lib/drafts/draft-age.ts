import { addDays, type Day, dayOf } from '@/lib/deadlines/day'

/**
 * How long a draft is kept that nobody touches, in days; when its owner is told before that; and how
 * long it can be brought back afterwards. Chosen by the product, no law says it.
 */
export const DRAFT_AGE = { keptDays: 90, toldDaysBefore: 14, restorableDays: 30 } as const

export type Age = {
  /** The last day on which it is kept. */
  keptUntil: Day
  /** Whether that is near enough to be said loudly. */
  endsSoon: boolean
}

/** Until when a draft is kept that was last touched at a moment; told late, it is kept longer. */
export function ageOf(
  { updatedAt, warnedAt }: { updatedAt: Date; warnedAt: Date | null },
  at: Date,
): Age {
  const { keptDays, toldDaysBefore } = DRAFT_AGE
  const byAge = addDays(dayOf(updatedAt), keptDays)
  const told = warnedAt && warnedAt >= updatedAt ? warnedAt : null
  const byNotice = told ? addDays(dayOf(told), toldDaysBefore) : byAge
  const keptUntil = byNotice > byAge ? byNotice : byAge
  return { keptUntil, endsSoon: dayOf(at) >= addDays(keptUntil, -toldDaysBefore) }
}
