import { BLANK_LINE, type RawRecord, rawRow } from '@/components/form/raw-values'
import type { AnswerIssue, Answers, TableRow } from '@/lib/procedures/answers'
import type { FormRules } from '@/lib/procedures/form-rules'
import { optionLabel } from '@/lib/procedures/options'
import { readField } from '@/lib/procedures/read/read-field'
import type { Column, FieldOf } from '@/lib/procedures/shape/field'
import type { Locale } from '@/lib/procedures/shape/text'
import { visibleColumns } from '@/lib/procedures/visible'

type Table = FieldOf<'table'>
type Scope = { rules: FormRules; known: Answers }

/** A row in which nothing is typed yet. */
export function blankRow(table: Table): RawRecord {
  const row = rawRow(table.columns, {}, '')
  for (const { type, key } of table.columns) {
    if (type === 'schedule') row[key] = [structuredClone(BLANK_LINE)]
  }
  return row
}

/** One row of boxes read by the definition: its proper values, and what is wrong or missing in it. */
export function readRow(
  table: Table,
  raw: RawRecord,
  { rules, known }: Scope,
): { row: TableRow; issues: AnswerIssue[] } {
  const { codes, facts } = rules
  const place = { path: table.key, codes, facts, answers: known, complete: true }
  // Read on its own: how many rows there are, and whether two are alike, is asked of the whole table.
  const { minRows: _minRows, uniqueBy: _uniqueBy, ...alone } = table
  const reading = readField({ ...alone, required: false }, [raw], place)
  const rows = Array.isArray(reading.value) ? reading.value : []
  const first = rows[0]
  return { row: isRow(first) ? first : {}, issues: reading.issues }
}

/** The columns that this row asks for as it stands. */
export function columnsOf(table: Table, raw: RawRecord, scope: Scope): Column[] {
  const { row } = readRow(table, raw, scope)
  return visibleColumns(table, row, { answers: scope.known, facts: scope.rules.facts })
}

/** What names a row on its card, and a few words more. */
export function rowWords(
  table: Table,
  raw: RawRecord,
  { rules, locale }: { rules: FormRules; locale: Locale },
): { name: string; more: string[] } {
  const said = table.columns.flatMap((column) => {
    const text = cellWords(column, raw[column.key], { rules, locale })
    return text === '' ? [] : [text]
  })
  return { name: said[0] ?? '', more: said.slice(1, 5) }
}

function cellWords(
  column: Column,
  raw: RawRecord[string] | undefined,
  { rules, locale }: { rules: FormRules; locale: Locale },
): string {
  const label = (list: ChoiceColumn, value: string) =>
    optionLabel(list, value, rules.codes)?.[locale] ?? ''
  if (column.type === 'multiselect') {
    return Array.isArray(raw) ? raw.map((value) => label(column, String(value))).join(', ') : ''
  }
  if (typeof raw !== 'string' || column.sensitive) return ''
  if (column.type === 'select') return label(column, raw)
  if (column.type === 'number' && raw !== '') return `${raw} ${column.unit?.[locale] ?? ''}`.trim()
  return column.type === 'text' ? raw : ''
}

type ChoiceColumn = Extract<Column, { type: 'select' | 'multiselect' }>

function isRow(value: unknown): value is TableRow {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
