import {
  comparisonsOf,
  fault,
  findField,
  type LintContext,
  type LintRule,
  type PlacedCondition,
  type ProcedureIssue,
  placedConditions,
} from '@/lib/procedures/lint/issue'
import { nameExists } from '@/lib/procedures/lint/references'
import { fieldOptions } from '@/lib/procedures/options'
import type { Procedure } from '@/lib/procedures/procedure'
import type { Comparison, Operand } from '@/lib/procedures/shape/condition'
import type { Column, Field } from '@/lib/procedures/shape/field'

/** Conditions look at answers that exist and compare them with values that somebody can give. */
export const reachableConditions: LintRule = (context) =>
  placedConditions(context.procedure).flatMap((placed) =>
    comparisonsOf(placed.condition).flatMap((comparison) =>
      comparisonFaults(context, placed, comparison),
    ),
  )

function comparisonFaults(
  context: LintContext,
  { place, table }: PlacedCondition,
  comparison: Comparison,
): ProcedureIssue[] {
  const { procedure } = context
  const column =
    table?.type === 'table' ? table.columns.find(({ key }) => key === comparison.field) : undefined
  if (!column && !nameExists(procedure, comparison.field)) {
    return [
      fault('unknown-field', place, `it looks at "${comparison.field}", which nobody is asked`),
    ]
  }
  const field = column ?? findField(procedure, comparison.field)
  const possible = field ? possibleValues(context, field) : derivedValues(context, comparison.field)
  if (possible === null || !('value' in comparison)) return []
  return operandsOf(comparison)
    .filter((operand) => !possible.includes(operand))
    .map((operand) =>
      fault(
        'unreachable-value',
        place,
        `"${comparison.field}" can never be ${JSON.stringify(operand)}`,
      ),
    )
}

function operandsOf(comparison: Extract<Comparison, { value: unknown }>): Operand[] {
  return Array.isArray(comparison.value) ? comparison.value : [comparison.value]
}

/** The values an answer can take when they are few; null when anything may be typed. */
function possibleValues({ codes }: LintContext, field: Field | Column): Operand[] | null {
  if (field.type === 'select' || field.type === 'multiselect') {
    return fieldOptions(field, codes).map(({ value }) => value)
  }
  const yesNo = ['boolean', 'declaration', 'notice'].includes(field.type)
  return yesNo ? [true, false] : null
}

function derivedValues(context: LintContext, key: string): Operand[] | null {
  const derived = context.procedure.derived.find((candidate) => candidate.key === key)
  if (!derived) return null
  const values = derived.cases.map((one): Operand[] | null => {
    if ('value' in one) return [one.value]
    const field = findField(context.procedure, one.field)
    return field ? possibleValues(context, field) : null
  })
  return values.includes(null) ? null : values.flatMap((some) => some ?? [])
}

/** No field decides over itself, not even by way of others. */
export const noCircles: LintRule = ({ procedure }) => {
  const edges = dependencies(procedure)
  return [...edges.keys()]
    .filter((key) => reaches(edges, key))
    .map((key) =>
      fault('circular-condition', `sections.fields.${key}`, 'its condition leads back to it'),
    )
}

function dependencies(procedure: Procedure): Map<string, string[]> {
  const edges = new Map<string, string[]>()
  const read = (thing: { visibleWhen?: Field['visibleWhen'] }): string[] =>
    thing.visibleWhen ? comparisonsOf(thing.visibleWhen).map(keyOf) : []
  for (const section of procedure.sections) {
    for (const field of section.fields) edges.set(field.key, [...read(section), ...read(field)])
  }
  for (const { key, cases } of procedure.derived) {
    const inputs = cases.flatMap((one) => [
      ...comparisonsOf(one.when).map(keyOf),
      ...('field' in one ? [one.field] : []),
    ])
    edges.set(key, inputs)
  }
  return edges
}

function keyOf({ field }: Comparison): string {
  return field.split('.')[0] ?? field
}

function reaches(edges: Map<string, string[]>, start: string): boolean {
  const seen = new Set<string>()
  const open = [...(edges.get(start) ?? [])]
  for (let key = open.pop(); key !== undefined; key = open.pop()) {
    if (key === start) return true
    if (seen.has(key)) continue
    seen.add(key)
    open.push(...(edges.get(key) ?? []))
  }
  return false
}
