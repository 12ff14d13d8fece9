import {
  type ConditionScope,
  type Truth,
  truthOf,
} from '@/lib/procedures/json-schema/condition-schema'
import { type Asked, demandsSchema, unsaid } from '@/lib/procedures/json-schema/demands'
import { cellSchema, type SchemaScope } from '@/lib/procedures/json-schema/field-schema'
import type { JsonSchema } from '@/lib/procedures/json-schema/json-schema'
import { comparisonsOf } from '@/lib/procedures/lint/issue'
import type { Condition } from '@/lib/procedures/shape/condition'
import type { Column, FieldOf } from '@/lib/procedures/shape/field'

type Table = FieldOf<'table'>

/** The rows of a table; what a cell asks for may depend on its row, and then stands there. */
export function tableSchema(table: Table, scope: SchemaScope): JsonSchema {
  const { minRows = 1, maxRows, uniqueBy } = table
  const asked = table.columns.map((column) => askedInRow(column, table, scope))
  const cells = asked.filter(({ visible }) => visible !== false)
  const columns = new Map(table.columns.map((column) => [column.key, column]))
  return {
    type: 'array',
    minItems: Math.max(1, minRows),
    maxItems: maxRows,
    ...(uniqueBy && { 'x-unique-by': uniqueBy }),
    items: {
      type: 'object',
      title: table.rowLabel[scope.locale],
      properties: Object.fromEntries(
        cells.flatMap((one) => {
          const column = columns.get(one.key)
          return column ? [[one.key, { ...cellSchema(column, scope), ...unsaid(column, one) }]] : []
        }),
      ),
      minProperties: 1,
      ...demandsSchema(cells),
      additionalProperties: false,
    },
  }
}

/** Conditions that look beyond the row cannot be said within it; they are told as data. */
function askedInRow(column: Column, table: Table, { rules }: SchemaScope): Asked {
  const scope = { procedure: rules.procedure, today: rules.facts.today }
  const own = new Set(table.columns.map(({ key }) => key))
  const inRow = (condition: Condition): Truth => {
    const within = comparisonsOf(condition).every(({ field }) => own.has(field.split('.')[0] ?? ''))
    return within ? truthOf(condition, scope satisfies ConditionScope) : undefined
  }
  const { required, visibleWhen } = column
  return {
    key: column.key,
    when: visibleWhen === undefined ? [] : [visibleWhen],
    visible: visibleWhen === undefined ? true : inRow(visibleWhen),
    required: typeof required === 'boolean' ? required : inRow(required),
  }
}
