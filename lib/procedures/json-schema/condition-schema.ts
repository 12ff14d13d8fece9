import type { Answers } from '@/lib/procedures/answers'
import { holds } from '@/lib/procedures/conditions'
import type { JsonSchema } from '@/lib/procedures/json-schema/json-schema'
import type { Derived, Procedure } from '@/lib/procedures/procedure'
import type { Comparison, Condition, Operand } from '@/lib/procedures/shape/condition'

/**
 * Which answers a condition holds for: all, none, those that fit a schema; undefined when it asks for
 * what no answer says, such as in what capacity somebody files.
 */
export type Truth = JsonSchema | boolean | undefined

/** What a condition is judged by; `today` decides those that begin on a date. */
export type ConditionScope = { procedure: Pick<Procedure, 'derived'>; today: string }

/** A condition of a definition as a schema of the answers; derived values are traced to what is asked. */
export function truthOf(condition: Condition, scope: ConditionScope): Truth {
  if ('all' in condition) return both(condition.all.map((part) => truthOf(part, scope)))
  if ('any' in condition) return either(condition.any.map((part) => truthOf(part, scope)))
  if ('not' in condition) return opposite(truthOf(condition.not, scope))
  if ('fact' in condition) return undefined
  if ('from' in condition) return scope.today >= condition.from
  const derived = scope.procedure.derived.find(({ key }) => key === condition.field)
  return derived ? truthOfDerived(derived, condition, scope) : answersThat(condition)
}

export function both(parts: readonly Truth[]): Truth {
  if (parts.includes(false)) return false
  if (parts.includes(undefined)) return undefined
  return joined('allOf', parts) ?? true
}

export function either(parts: readonly Truth[]): Truth {
  if (parts.includes(true)) return true
  if (parts.includes(undefined)) return undefined
  return joined('anyOf', parts) ?? false
}

function opposite(truth: Truth): Truth {
  if (typeof truth === 'boolean') return !truth
  return truth === undefined ? undefined : { not: truth }
}

function joined(keyword: 'allOf' | 'anyOf', parts: readonly Truth[]): JsonSchema | undefined {
  const schemas = parts.filter((part): part is JsonSchema => typeof part === 'object')
  return schemas.length > 1 ? { [keyword]: schemas } : schemas[0]
}

/** The first case that holds gives the value; when none does there is no value. */
function truthOfDerived({ cases }: Derived, comparison: Comparison, scope: ConditionScope): Truth {
  return cases.reduceRight<Truth>(
    (rest, one) => {
      const when = truthOf(one.when, scope)
      const hit =
        'value' in one
          ? holds({ ...comparison, field: 'value' }, { value: one.value })
          : truthOf({ ...comparison, field: one.field }, scope)
      return either([both([when, hit]), both([opposite(when), rest])])
    },
    holds(comparison, {} satisfies Answers),
  )
}

function answersThat(comparison: Comparison): JsonSchema {
  switch (comparison.op) {
    case 'eq':
      return at(comparison.field, { const: comparison.value })
    case 'ne':
      return { not: at(comparison.field, { const: comparison.value }) }
    case 'in':
      return at(comparison.field, { enum: comparison.value })
    case 'not_in':
      return { not: at(comparison.field, { enum: comparison.value }) }
    case 'contains':
      return at(comparison.field, listWith({ const: comparison.value }))
    case 'contains_any':
      return at(comparison.field, listWith({ enum: comparison.value }))
    case 'any_ne':
      return at(comparison.field, listWith({ not: { enum: comparison.value satisfies Operand[] } }))
    case 'at_least':
      return at(comparison.field, { type: 'number', minimum: comparison.value })
    case 'at_most':
      return at(comparison.field, { type: 'number', maximum: comparison.value })
    case 'filled':
      return at(comparison.field, undefined)
  }
}

function listWith(item: JsonSchema): JsonSchema {
  return { type: 'array', contains: item }
}

/** Answers that have a value at `key` or `key.part`, and one that fits. */
function at(path: string, value: JsonSchema | undefined): JsonSchema {
  return path.split('.').reduceRight<JsonSchema | undefined>(
    (inner, key) => ({
      type: 'object',
      ...(inner && { properties: { [key]: inner } }),
      required: [key],
    }),
    value,
  ) as JsonSchema
}
