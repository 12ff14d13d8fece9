import { addDays, type Day } from '@/lib/deadlines/day'

/** The days on which something holds, both included; `to` is null when no end is known. */
export type EffectiveRange = { from: Day; to: Day | null }
export type RangeFault = { code: 'range-reversed' | 'range-overlap' | 'range-gap'; at: Day }

/** The first fault of versions that must follow one another day by day, or null. */
export function findRangeFault(ranges: readonly EffectiveRange[]): RangeFault | null {
  const inOrder = [...ranges].sort((a, b) => a.from.localeCompare(b.from))
  const faults = inOrder.flatMap((range, index) => {
    if (range.to !== null && range.to < range.from) {
      return [{ code: 'range-reversed' as const, at: range.from }]
    }
    return faultBetween(inOrder[index - 1], range) ?? []
  })
  return faults[0] ?? null
}

function faultBetween(
  before: EffectiveRange | undefined,
  { from }: EffectiveRange,
): RangeFault | null {
  if (!before) return null
  if (before.to === null || before.to >= from) return { code: 'range-overlap', at: from }
  const uncovered = addDays(before.to, 1)
  return uncovered < from ? { code: 'range-gap', at: uncovered } : null
}
