import type { CrossRule, CrossRuleOf } from '@/lib/procedures/shape/rule'

/** The fields and columns that a cross rule speaks of, columns as `table.column`. */
export function namesOf(rule: CrossRule): string[] {
  const beside = BESIDE[rule.check] as (rule: CrossRule) => string[]
  return [rule.field, ...beside(rule)]
}

const column = (at: { table: string; column: string }) => `${at.table}.${at.column}`
const columns = (table: string, names: readonly string[]) => names.map((one) => `${table}.${one}`)

/** For each kind of rule what it names beside the field to which the applicant is sent. */
const BESIDE: { [Kind in CrossRule['check']]: (rule: CrossRuleOf<Kind>) => string[] } = {
  condition: () => [],
  'personal-id-structure': () => [],
  'field-in-column': (rule) => [column(rule.column)],
  'column-in-column': ({ from, column: other, nameColumn }) => [
    ...columns(from.table, [from.column, nameColumn]),
    column(other),
  ],
  'scope-covers': ({ scopes, specialty }) => [scopes, specialty],
  'schedule-covers': ({ schedule, opening }) => [schedule, opening],
  'rows-within': ({ table, schedule, nameColumn, opening }) => [
    ...columns(table, [schedule, nameColumn]),
    opening,
  ],
  'rows-overlap': ({ table, schedule, other, nameColumn }) =>
    columns(table, [schedule, other, nameColumn]),
  'opening-staffed': ({ table, schedule, opening }) => [...columns(table, [schedule]), opening],
  'sum-at-most': (rule) => [column(rule.column), rule.limit],
  'rows-at-least': ({ table }) => [table],
  'in-order': ({ first, last, rows }) =>
    rows ? columns(rows.table, [first, last, rows.nameColumn]) : [first, last],
  'periods-reach': ({ table, from, to, months }) => [...columns(table, [from, to]), months],
  'specialties-covered': ({ from, scopes, nameColumn }) => [
    ...columns(from.table, [from.column, nameColumn]),
    column(scopes),
  ],
}
