import { splitPath } from '@/lib/procedures/answer-path'
import type { Answers, ScheduleLine, TableRow } from '@/lib/procedures/answers'
import { holds, valueAt } from '@/lib/procedures/conditions'
import type { FormRules } from '@/lib/procedures/form-rules'
import { monthsIn, type Period } from '@/lib/procedures/periods'
import { looksLikePersonalId } from '@/lib/procedures/read/identifiers'
import { writeNumber } from '@/lib/procedures/read/number'
import { sensitivePaths } from '@/lib/procedures/sensitive'
import type { CrossRule, CrossRuleOf } from '@/lib/procedures/shape/rule'
import { lieWithin, meet, stretchesOf, weeklyHours } from '@/lib/procedures/timetable'

/** A place where a rule does not hold, with what its message wants to name. */
export type Hit = { path: string; params: Record<string, string> }
type Check<Kind extends CrossRule['check']> = (
  rule: CrossRuleOf<Kind>,
  known: Answers,
  rules: FormRules,
) => Hit[]

/** One function for each kind of cross rule; answers that are still missing never break a rule. */
export const CHECKS: { [Kind in CrossRule['check']]: Check<Kind> } = {
  condition: (rule, known, { facts }) => hitIf(holds(rule.when, known, facts), rule.field),

  'personal-id-structure': (_rule, known, { procedure }) =>
    sensitivePaths(procedure, known)
      .map((path) => ({
        path,
        value: String(deepValue(known, path)),
        born: birthBeside(known, path),
      }))
      .filter(({ value, born }) => /^\d{12}$/.test(value) && !looksLikePersonalId(value, born))
      .map(({ path, value }) => ({ path, params: { value } })),

  'field-in-column': (rule, known) => {
    const value = valueAt(known, rule.field)
    const column = columnValues(known, rule.column)
    return hitIf(value !== undefined && column.length > 0 && !column.includes(value), rule.field)
  },

  'column-in-column': (rule, known) => {
    const allowed = columnValues(known, rule.column)
    return rowsOf(known, rule.from.table).flatMap((row, i) => {
      const value = row[rule.from.column]
      if (value === undefined || allowed.includes(value)) return []
      return [rowHit(`${rule.from.table}[${i}].${rule.from.column}`, row[rule.nameColumn], i)]
    })
  },

  'scope-covers': (rule, known, { codes }) => {
    const specialty = known[rule.specialty]
    const scopes = listOf(known[rule.scopes])
    if (typeof specialty !== 'string' || scopes.length === 0) return []
    const items = codes.lists[rule.list]?.items ?? []
    const covered = items
      .filter((item) => scopes.includes(item.value))
      .some((item) => item.specialties?.includes(specialty))
    return hitIf(!covered, rule.field)
  },

  'schedule-covers': (rule, known) => {
    const own = schedule(known[rule.schedule])
    const opening = schedule(known[rule.opening])
    if (own.length === 0 || opening.length === 0) return []
    const full = lieWithin(opening, own) || weeklyHours(own) >= rule.orWeeklyHours
    const params = { hours: writeNumber(weeklyHours(own)) }
    return full ? [] : [{ path: rule.field, params }]
  },

  'rows-within': (rule, known) => {
    const opening = schedule(known[rule.opening])
    if (opening.length === 0) return []
    return rowsOf(known, rule.table).flatMap((row, i) => {
      if (lieWithin(schedule(row[rule.schedule]), opening)) return []
      return [rowHit(`${rule.table}[${i}].${rule.schedule}`, row[rule.nameColumn], i)]
    })
  },

  'rows-overlap': (rule, known) =>
    rowsOf(known, rule.table).flatMap((row, i) => {
      if (!meet(schedule(row[rule.schedule]), schedule(row[rule.other]))) return []
      return [rowHit(`${rule.table}[${i}].${rule.other}`, row[rule.nameColumn], i)]
    }),

  'opening-staffed': (rule, known) => {
    const staffed = rowsOf(known, rule.table).flatMap((row) => schedule(row[rule.schedule]))
    const opening = schedule(known[rule.opening])
    if (staffed.length === 0 || stretchesOf(opening).length === 0) return []
    return hitIf(!lieWithin(opening, staffed), rule.field)
  },

  'sum-at-most': (rule, known) => {
    const limit = valueAt(known, rule.limit)
    const sum = columnValues(known, rule.column).reduce<number>(
      (total, value) => total + (typeof value === 'number' ? value : 0),
      0,
    )
    if (typeof limit !== 'number' || sum <= limit) return []
    return [{ path: rule.field, params: { sum: writeNumber(sum), limit: writeNumber(limit) } }]
  },

  'rows-at-least': (rule, known, { facts }) => {
    const rows = rowsOf(known, rule.table)
    const fitting = rows.filter((row) => holds(rule.where, { ...known, ...row }, facts))
    return hitIf(rows.length > 0 && fitting.length < rule.count, rule.field)
  },

  'in-order': ({ field, first, last, rows }, known) => {
    if (!rows) return hitIf(isAbove(valueAt(known, first), valueAt(known, last)), field)
    return rowsOf(known, rows.table).flatMap((row, i) =>
      isAbove(row[first], row[last])
        ? [rowHit(`${rows.table}[${i}].${last}`, row[rows.nameColumn], i)]
        : [],
    )
  },

  'periods-reach': (rule, known) => {
    const claimed = valueAt(known, rule.months)
    const periods = rowsOf(known, rule.table).flatMap((row) =>
      periodOf(row[rule.from], row[rule.to]),
    )
    if (typeof claimed !== 'number' || periods.length === 0) return []
    const months = monthsIn(periods)
    return months >= claimed ? [] : [{ path: rule.field, params: { months: String(months) } }]
  },

  'specialties-covered': (rule, known, { codes }) => {
    const items = codes.lists[rule.list]?.items ?? []
    const held = new Set(columnValues(known, rule.scopes).flatMap(listOf))
    // What no scope at all covers is nobody's fault.
    const lacking = (specialty: unknown): boolean => {
      const covering = items.filter((item) => item.specialties?.some((one) => one === specialty))
      return covering.length > 0 && !covering.some(({ value }) => held.has(value))
    }
    if (held.size === 0) return []
    return rowsOf(known, rule.from.table).flatMap((row, i) =>
      lacking(row[rule.from.column])
        ? [rowHit(`${rule.from.table}[${i}].${rule.from.column}`, row[rule.nameColumn], i)]
        : [],
    )
  },
}

/** Days and numbers can be compared; what is missing is above nothing. */
function isAbove(first: unknown, last: unknown): boolean {
  if (typeof first === 'number' && typeof last === 'number') return first > last
  return typeof first === 'string' && typeof last === 'string' && first > last
}

function periodOf(from: unknown, to: unknown): Period[] {
  if (typeof from !== 'string' || typeof to !== 'string' || from > to) return []
  return [{ from, to }]
}

function hitIf(broken: boolean, path: string): Hit[] {
  return broken ? [{ path, params: {} }] : []
}

function rowHit(path: string, name: unknown, index: number): Hit {
  const row = String(index + 1)
  return { path, params: { row, name: typeof name === 'string' ? name : row } }
}

function rowsOf(known: Answers, table: string): TableRow[] {
  const value = known[table]
  return Array.isArray(value) ? (value.filter((row) => typeof row === 'object') as TableRow[]) : []
}

function columnValues(known: Answers, at: { table: string; column: string }): unknown[] {
  return rowsOf(known, at.table)
    .map((row) => row[at.column])
    .filter((value) => value !== undefined)
}

function schedule(value: unknown): ScheduleLine[] {
  return Array.isArray(value) ? (value as ScheduleLine[]) : []
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}

function deepValue(known: Answers, path: string): unknown {
  return splitPath(path).reduce<unknown>((value, part) => {
    if (typeof value !== 'object' || value === null) return undefined
    return (value as Record<string | number, unknown>)[part]
  }, known)
}

/** The date of birth that stands beside an identifier in the same person or row. */
function birthBeside(known: Answers, path: string): string | undefined {
  const born = deepValue(known, path.replace(/[^.]+$/, 'date_of_birth'))
  return path.includes('.') && typeof born === 'string' ? born : undefined
}
