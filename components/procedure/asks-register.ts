import type { Condition } from '@/lib/procedures/shape/condition'

/** Whether a condition rests on what a national register holds. */
export function asksRegister(condition: Condition): boolean {
  if ('fact' in condition) return condition.fact.startsWith('registry.')
  if ('all' in condition) return condition.all.some(asksRegister)
  if ('any' in condition) return condition.any.some(asksRegister)
  return 'not' in condition && asksRegister(condition.not)
}
