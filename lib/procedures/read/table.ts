import type { AnswerIssue, CellValue, TableRow } from '@/lib/procedures/answers'
import { readCell } from '@/lib/procedures/read/cell'
import {
  isEmptyInput,
  isRecord,
  type Place,
  type Reading,
  within,
  withoutBlank,
  wrong,
} from '@/lib/procedures/read/reading'
import type { Column, FieldOf } from '@/lib/procedures/shape/field'
import { isRequired, visibleColumns } from '@/lib/procedures/visible'

type Table = FieldOf<'table'>

/** The rows that have anything in them, each with the columns it asks for. */
export function readTable(field: Table, raw: unknown, place: Place): Reading<TableRow[]> {
  if (!Array.isArray(raw)) return wrong(place.path, 'type')
  const filled = raw.filter((row) => isRecord(row) && !isEmptyInput(row))
  const readings = filled
    .slice(0, field.maxRows)
    .map((row, i) => readRow(field, row, within(place, i)))
  const rows = readings.map((reading) => reading.row)
  const issues = [
    ...countIssues(field, filled.length, place),
    ...readings.flatMap((reading) => reading.issues),
    ...duplicateIssues(field, rows, place),
  ]
  return { value: rows.filter((row) => !isEmptyInput(row)), issues }
}

type RowReading = { row: TableRow; issues: AnswerIssue[] }

function readRow(field: Table, raw: Record<string, unknown>, place: Place): RowReading {
  const shown = shownColumns(field, raw, place)
  const second = readCells(shown, raw, place)
  const wrongAt = new Set(second.issues.map(({ path }) => path))
  const empty = shown.filter(
    ({ key }) => second.row[key] === undefined && !wrongAt.has(`${place.path}.${key}`),
  )
  return { row: second.row, issues: [...second.issues, ...gaps(empty, second.row, place)] }
}

/** Most tables show every column; only the others are read once more to know which. */
function shownColumns(field: Table, raw: Record<string, unknown>, place: Place): Column[] {
  if (field.columns.every((column) => column.visibleWhen === undefined)) return field.columns
  const { row } = readCells(field.columns, raw, { ...place, complete: false })
  return visibleColumns(field, row, { answers: place.answers, facts: place.facts })
}

function readCells(
  columns: readonly Column[],
  raw: Record<string, unknown>,
  place: Place,
): RowReading {
  const row: TableRow = {}
  const issues: AnswerIssue[] = []
  for (const column of columns) {
    if (isEmptyInput(raw[column.key])) continue
    const reading = withoutBlank(readCell(column, raw[column.key], within(place, column.key)))
    if (reading.value !== undefined) row[column.key] = reading.value as CellValue
    issues.push(...reading.issues)
  }
  return { row, issues }
}

/** Issues for the columns among the empty ones that need a value. */
function gaps(empty: readonly Column[], row: TableRow, place: Place): AnswerIssue[] {
  if (!place.complete) return []
  const known = { ...place.answers, ...row }
  return empty
    .filter((column) => isRequired(column, known, place.facts))
    .flatMap((column) => wrong(`${place.path}.${column.key}`, 'required').issues)
}

function countIssues({ minRows = 0, maxRows }: Table, count: number, place: Place): AnswerIssue[] {
  if (place.complete && count < minRows) {
    return wrong(place.path, 'too-few-rows', { min: minRows }).issues
  }
  return count > maxRows ? wrong(place.path, 'too-many-rows', { max: maxRows }).issues : []
}

function duplicateIssues({ uniqueBy }: Table, rows: TableRow[], place: Place): AnswerIssue[] {
  if (!uniqueBy) return []
  const seen = new Map<string, number>()
  return rows.flatMap((row, i) => {
    if (uniqueBy.some((column) => row[column] === undefined)) return []
    const identity = JSON.stringify(uniqueBy.map((column) => row[column]))
    const before = seen.get(identity)
    seen.set(identity, before ?? i)
    if (before === undefined) return []
    return wrong(`${place.path}[${i}].${uniqueBy[0]}`, 'duplicate-row', { row: before + 1 }).issues
  })
}
