import { isBlank } from '@/lib/procedures/conditions'
import { fault, findField, type LintRule, placedConditions } from '@/lib/procedures/lint/issue'
import type { Procedure } from '@/lib/procedures/procedure'
import type { Comparison, Condition } from '@/lib/procedures/shape/condition'

/** One thing that must hold, or must not, for a condition to hold. */
type Literal = {
  holds: boolean
  of: Exclude<Condition, { all: unknown } | { any: unknown } | { not: unknown }>
}
type Way = Literal[]

/** Ways that are looked at before a condition is taken as possible: real ones have fewer than ten. */
const MOST_WAYS = 2000

/** No condition asks one answer to be two things at once. */
export const soundConditions: LintRule = ({ procedure }) =>
  placedConditions(procedure)
    .filter(({ condition }) => !isPossible(condition))
    .map(({ place }) => fault('contradiction', place, 'it can never hold'))

/** Every question can be reached: its condition, its section's, and those of what they look at, together. */
export const reachableQuestions: LintRule = ({ procedure }) =>
  procedure.sections.flatMap((section) =>
    section.fields
      .filter((field) => field.visibleWhen || section.visibleWhen)
      .filter(({ key }) => !isPossible(wholeCondition(procedure, key, [])))
      .map(({ key }) =>
        fault(
          'unreachable',
          `sections.${section.key}.fields.${key}`,
          'nobody can ever be asked this',
        ),
      ),
  )

/** Whether some answers and facts make a condition hold, as far as its own words tell. */
function isPossible(condition: Condition): boolean {
  const ways = waysOf(condition, true)
  return ways.length > MOST_WAYS || ways.some(isConsistent)
}

/** The condition of a field and of everything whose answer it needs; circles are another rule's matter. */
function wholeCondition(procedure: Procedure, key: string, above: string[]): Condition {
  if (above.includes(key)) return { all: [] }
  const section = procedure.sections.find(({ fields }) => fields.some((field) => field.key === key))
  const own = [section?.visibleWhen, findField(procedure, key)?.visibleWhen].filter(
    (condition) => condition !== undefined,
  )
  const needed = own.flatMap(neededBy).filter((name) => isAsked(procedure, name))
  return {
    all: [...own, ...needed.map((name) => wholeCondition(procedure, name, [...above, key]))],
  }
}

/** The fields that must have been answered, whichever way the condition holds. */
function neededBy(condition: Condition): string[] {
  const ways = waysOf(condition, true).map((way) => way.flatMap(answeredIn))
  const [first = [], ...others] = ways
  return first.filter((name) => others.every((way) => way.includes(name)))
}

function answeredIn({ holds, of }: Literal): string[] {
  if (!('op' in of) || of.op === 'ne' || of.op === 'not_in') return []
  return holds ? [of.field.split('.')[0] ?? of.field] : []
}

function isAsked(procedure: Procedure, name: string): boolean {
  return findField(procedure, name) !== undefined
}

/** The condition as a list of ways to make it hold (or fail), each a list of literals. */
function waysOf(condition: Condition, holds: boolean): Way[] {
  if ('not' in condition) return waysOf(condition.not, !holds)
  if ('all' in condition || 'any' in condition) {
    const parts = 'all' in condition ? condition.all : condition.any
    const together = 'all' in condition === holds
    const ways = parts.map((part) => waysOf(part, holds))
    return together ? combined(ways) : ways.flat()
  }
  return [[{ holds, of: condition }]]
}

function combined(parts: Way[][]): Way[] {
  return parts.reduce<Way[]>(
    (ways, part) =>
      ways.length > MOST_WAYS ? ways : ways.flatMap((way) => part.map((more) => [...way, ...more])),
    [[]],
  )
}

/** Whether one set of answers could satisfy all literals of a way. */
function isConsistent(way: Way): boolean {
  const fields = Map.groupBy(
    way.filter((literal) => 'op' in literal.of),
    ({ of }) => ('op' in of ? of.field : ''),
  )
  return !opposed(way) && [...fields.values()].every(oneAnswerFits)
}

/** The same fact, date or comparison both true and false. */
function opposed(way: Way): boolean {
  return way.some((one) =>
    way.some(
      (other) => one.holds !== other.holds && JSON.stringify(one.of) === JSON.stringify(other.of),
    ),
  )
}

type Judged = { holds: boolean; of: Comparison }

function oneAnswerFits(literals: Literal[]): boolean {
  const judged = literals.filter((literal): literal is Judged => 'op' in literal.of)
  const single = judged.flatMap(candidates)
  if (single.length > 0) return single.some((value) => judged.every((one) => fits(one, value)))
  const [low, high] = [bound(judged, 'at_least'), bound(judged, 'at_most')]
  return low === null || high === null || low <= high
}

/** Values that a comparison with exact values would accept. */
function candidates({ holds, of }: Judged): unknown[] {
  if (!holds) return []
  if (of.op === 'eq') return [of.value]
  return of.op === 'in' ? of.value : []
}

function fits({ holds, of }: Judged, value: unknown): boolean {
  switch (of.op) {
    case 'eq':
      return (value === of.value) === holds
    case 'ne':
      return (value !== of.value) === holds
    case 'in':
      return of.value.some((one) => one === value) === holds
    case 'not_in':
      return !of.value.some((one) => one === value) === holds
    case 'at_least':
      return (typeof value === 'number' && value >= of.value) === holds
    case 'at_most':
      return (typeof value === 'number' && value <= of.value) === holds
    case 'filled':
      return !isBlank(value) === holds
    default:
      return true
  }
}

function bound(judged: Judged[], op: 'at_least' | 'at_most'): number | null {
  const values = judged.flatMap(({ holds, of }) => (holds && of.op === op ? [of.value] : []))
  if (values.length === 0) return null
  return op === 'at_least' ? Math.max(...values) : Math.min(...values)
}
