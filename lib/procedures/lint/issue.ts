import type { CodeLists } from '@/lib/procedures/form-rules'
import type { Procedure } from '@/lib/procedures/procedure'
import type { Comparison, Condition } from '@/lib/procedures/shape/condition'
import type { Column, Field } from '@/lib/procedures/shape/field'

/** One defect that refuses a definition: where it is, and why it is one, in plain English. */
export type ProcedureIssue = {
  /** "sections.facility.fields.dental_chairs.visibleWhen" */
  place: string
  /** Stable name of the rule. */
  rule: string
  reason: string
}

export type LintContext = { procedure: Procedure; codes: CodeLists }
/** One rule of the lint. */
export type LintRule = (context: LintContext) => ProcedureIssue[]

export function fault(rule: string, place: string, reason: string): ProcedureIssue {
  return { place, rule, reason }
}

/** Every field and table column with its place. */
export function placedFields(
  procedure: Procedure,
): { field: Field | Column; place: string; table?: Field }[] {
  return procedure.sections.flatMap((section) =>
    section.fields.flatMap((field) => {
      const place = `sections.${section.key}.fields.${field.key}`
      const columns = field.type === 'table' ? field.columns : []
      return [
        { field, place },
        ...columns.map((column) => ({
          field: column,
          place: `${place}.columns.${column.key}`,
          table: field,
        })),
      ]
    }),
  )
}

export type PlacedCondition = { condition: Condition; place: string; table?: Field | undefined }

/** Every condition of the definition with its place; those of columns and rows know their table. */
export function placedConditions(procedure: Procedure): PlacedCondition[] {
  return [
    ...placedFields(procedure).flatMap(({ field, place, table }) => [
      ...given(field.visibleWhen, `${place}.visibleWhen`, table),
      ...given(
        typeof field.required === 'boolean' ? undefined : field.required,
        `${place}.required`,
        table,
      ),
    ]),
    ...procedure.sections.flatMap(({ key, visibleWhen }) =>
      given(visibleWhen, `sections.${key}.visibleWhen`),
    ),
    ...procedure.papers.flatMap(({ key, requiredWhen, waivedWhen }) => [
      ...given(requiredWhen, `papers.${key}.requiredWhen`),
      ...given(waivedWhen, `papers.${key}.waivedWhen`),
    ]),
    ...procedure.money.fees.flatMap(({ key, appliesWhen }) =>
      given(appliesWhen, `money.fees.${key}.appliesWhen`),
    ),
    ...procedure.money.exemptions.flatMap(({ key, when }) =>
      given(when, `money.exemptions.${key}.when`),
    ),
    ...procedure.derived.flatMap(({ key, cases }) =>
      cases.flatMap(({ when }, i) => given(when, `derived.${key}.cases.${i}`)),
    ),
    ...given(procedure.result.companion?.when, 'result.companion.when'),
    ...procedure.checklist.flatMap(({ key, appliesWhen }) =>
      given(appliesWhen, `checklist.${key}.appliesWhen`),
    ),
    ...procedure.rules.flatMap((rule) => ruleConditions(procedure, rule)),
  ]
}

function ruleConditions(procedure: Procedure, rule: Procedure['rules'][number]): PlacedCondition[] {
  const place = `rules.${rule.key}`
  const own = given(rule.appliesWhen, `${place}.appliesWhen`)
  if (rule.check === 'condition') return [...own, ...given(rule.when, `${place}.when`)]
  if (rule.check !== 'rows-at-least') return own
  return [...own, ...given(rule.where, `${place}.where`, findField(procedure, rule.table))]
}

function given(condition: Condition | undefined, place: string, table?: Field): PlacedCondition[] {
  return condition ? [{ condition, place, table }] : []
}

/** The comparisons that a condition is made of. */
export function comparisonsOf(condition: Condition): Comparison[] {
  if ('all' in condition) return condition.all.flatMap(comparisonsOf)
  if ('any' in condition) return condition.any.flatMap(comparisonsOf)
  if ('not' in condition) return comparisonsOf(condition.not)
  return 'op' in condition ? [condition] : []
}

/** A field of the form by its key. */
export function findField(procedure: Procedure, key: string): Field | undefined {
  return procedure.sections.flatMap((section) => section.fields).find((field) => field.key === key)
}

/** The key of a thing in a list, by which places are written. */
export function keyOf(item: unknown): string | undefined {
  if (typeof item !== 'object' || item === null || !('key' in item)) return undefined
  return typeof item.key === 'string' ? item.key : undefined
}
