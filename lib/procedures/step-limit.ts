import { describeLimit } from '@/lib/procedures/clocks'
import type { Procedure } from '@/lib/procedures/procedure'
import type { Step } from '@/lib/procedures/shape/process'
import type { Locale } from '@/lib/procedures/shape/text'

/**
 * The time a step may take: its share of the clock it spends, in that clock's own units ("4 ngày làm
 * việc" of 10). Undefined for a step that spends no clock.
 */
export function describeStepLimit(
  procedure: Procedure,
  { clock: key, share }: Step,
  locale: Locale,
): string | undefined {
  const clock = procedure.clocks.find((candidate) => candidate.key === key)
  if (!clock || share === 0) return undefined
  const legs = clock.limit.map(({ value, unit }) => ({
    value: Math.round(value * share * 100) / 100,
    unit,
  }))
  return describeLimit(legs, locale)
}
