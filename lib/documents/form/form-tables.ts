import { textWidth } from '@/lib/documents/layout/faces'
import { LANDSCAPE, PORTRAIT, type Sheet } from '@/lib/documents/layout/page-geometry'
import type { TableColumn, TableContent } from '@/lib/documents/layout/table'
import type { AnswerValue, TableRow } from '@/lib/procedures/answers'
import { type DescribeContext, describeAnswer } from '@/lib/procedures/describe'
import { type ConditionScope, describeCondition } from '@/lib/procedures/describe-condition'
import type { FieldOf } from '@/lib/procedures/shape/field'
import { onPaper } from './paper-characters'

/** Tables with more columns than this do not fit on an upright page. */
const MOST_UPRIGHT = 6
const SIZE = { upright: 11, lying: 9 }
/** Empty rows on a blank form, unless the law asks for more at the least. */
const EMPTY_ROWS = { upright: 4, lying: 10 }
const CELL_PADDING = 9

type Texts = { heads: readonly string[]; rows: readonly (readonly string[])[] }

type Setting = { size: number; sheet: Sheet }

/** Whether a table stands in an annex on its side. */
export function isWide(field: FieldOf<'table'>): boolean {
  return field.columns.length > MOST_UPRIGHT
}

/** The table with the rows that were declared. */
export function filledTable(
  field: FieldOf<'table'>,
  value: AnswerValue | undefined,
  context: DescribeContext,
): TableContent {
  const rows = (value ?? []) as readonly TableRow[]
  return tableOf(
    field,
    rows.map((row) =>
      field.columns.map((column) => onPaper(describeAnswer(column, row[column.key], context).text)),
    ),
  )
}

/** The table with rows to write in, two lines high. */
export function emptyTable(field: FieldOf<'table'>): TableContent {
  const usual = EMPTY_ROWS[isWide(field) ? 'lying' : 'upright']
  const count = Math.max(field.expectedRows ?? field.minRows ?? 0, usual)
  return tableOf(
    field,
    Array.from({ length: count }, () => field.columns.map((_, index) => (index === 0 ? '\n' : ''))),
  )
}

/** Which columns concern some rows only. */
export function columnNotes(field: FieldOf<'table'>, scope: ConditionScope): string[] {
  return field.columns.flatMap((column) => {
    if (!column.visibleWhen) return []
    const when = describeCondition(column.visibleWhen, { ...scope, columns: field.columns })
    return [`Cột “${column.label.vi}”: chỉ khai khi ${when}.`]
  })
}

function tableOf(field: FieldOf<'table'>, rows: readonly (readonly string[])[]): TableContent {
  const heads = field.columns.map(headOf)
  const wide = isWide(field)
  const size = SIZE[wide ? 'lying' : 'upright']
  return numberedTable({ heads, rows }, { size, sheet: wide ? LANDSCAPE : PORTRAIT })
}

function headOf(column: FieldOf<'table'>['columns'][number]): string {
  const unit = column.type === 'number' ? column.unit?.vi : undefined
  return unit ? `${column.label.vi} (${unit})` : column.label.vi
}

/** A table whose rows are counted in a first column, each column as wide as its words need. */
export function numberedTable(texts: Texts, { size, sheet }: Setting): TableContent {
  const number: TableColumn = { head: 'TT', share: size * 2.6, align: 'centre' }
  const shares = columnShares(texts, size, sheet.text.width - number.share)
  return {
    size,
    columns: [number, ...texts.heads.map((head, index) => ({ head, share: shares[index] ?? 1 }))],
    rows: texts.rows.map((row, index) => [String(index + 1), ...row]),
  }
}

/** Points for each column: its longest word, and of what is left the more the longer its texts are. */
function columnShares({ heads, rows }: Texts, size: number, width: number): number[] {
  const least = heads.map((head, index) => {
    const cells = rows.map((row) => longestWord(row[index] ?? '', size, 'regular'))
    return Math.max(longestWord(head, size, 'bold'), ...cells) + CELL_PADDING
  })
  const total = least.reduce((sum, part) => sum + part, 0)
  if (total > width) return cutToFit(least, width)
  const empty = rows.every((row) => row.every((cell) => cell.trim() === ''))
  const appetite = heads.map((head, index) => {
    // Room to write in does not depend on how short the head of a column is.
    if (empty) return Math.max(1, width / heads.length - (least[index] ?? 0))
    const lengths = rows.map((row) => (row[index] ?? '').length)
    return Math.sqrt(Math.max(head.length / 2, ...lengths))
  })
  const hunger = appetite.reduce((sum, part) => sum + part, 0)
  return least.map((part, index) => part + ((width - total) * (appetite[index] ?? 0)) / hunger)
}

/** Narrow columns keep their words whole; the widest give way, and break a long address or code. */
function cutToFit(least: readonly number[], width: number): number[] {
  let ceiling = Math.max(...least)
  const sum = () => least.reduce((total, part) => total + Math.min(part, ceiling), 0)
  while (sum() > width && ceiling > CELL_PADDING) ceiling -= 1
  return least.map((part) => Math.min(part, ceiling))
}

function longestWord(text: string, size: number, face: 'regular' | 'bold'): number {
  const words = text.split(/[ \n]/).filter((word) => word)
  return Math.max(0, ...words.map((word) => textWidth(face, size, word)))
}
