import type { Answers } from '@/lib/procedures/answers'
import type { Facts } from '@/lib/procedures/form-rules'
import type { Comparison, Condition, Operand } from '@/lib/procedures/shape/condition'

/** Nobody has told the engine anything beyond the answers. */
export const NO_FACTS: Facts = { today: '1970-01-01', holding: [] }

/**
 * Whether a condition holds. An unanswered question equals nothing, so `eq` is false and `ne` is
 * true for it. `a.b` looks into an address or a person; a yes/no is compared with true or false.
 */
export function holds(condition: Condition, answers: Answers, facts: Facts = NO_FACTS): boolean {
  if ('all' in condition) return condition.all.every((part) => holds(part, answers, facts))
  if ('any' in condition) return condition.any.some((part) => holds(part, answers, facts))
  if ('not' in condition) return !holds(condition.not, answers, facts)
  if ('fact' in condition) return facts.holding.includes(condition.fact)
  if ('from' in condition) return facts.today >= condition.from
  return compare(condition, valueAt(answers, condition.field))
}

/** The value under `key` or `key.part`; undefined when there is none. */
export function valueAt(answers: Answers, path: string): unknown {
  const [key = '', part] = path.split('.')
  const value = Object.hasOwn(answers, key) ? answers[key] : undefined
  if (part === undefined) return value
  if (typeof value !== 'object' || !Object.hasOwn(value, part)) return undefined
  return (value as Record<string, unknown>)[part]
}

/** True for what a person has not answered: nothing, an empty text, an empty list. */
export function isBlank(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return true
  return Array.isArray(value) && value.length === 0
}

function compare(comparison: Comparison, value: unknown): boolean {
  switch (comparison.op) {
    case 'eq':
      return value === comparison.value
    case 'ne':
      return value !== comparison.value
    case 'contains':
      return listOf(value).includes(comparison.value)
    case 'in':
      return isOperand(value) && comparison.value.includes(value)
    case 'not_in':
      return !(isOperand(value) && comparison.value.includes(value))
    case 'contains_any':
      return listOf(value).some((item) => comparison.value.includes(item as Operand))
    case 'any_ne':
      return listOf(value).some((item) => !comparison.value.includes(item as Operand))
    case 'at_least':
      return typeof value === 'number' && value >= comparison.value
    case 'at_most':
      return typeof value === 'number' && value <= comparison.value
    case 'filled':
      return !isBlank(value)
  }
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}

function isOperand(value: unknown): value is Operand {
  return ['string', 'number', 'boolean'].includes(typeof value)
}
