import type { Answers, TableRow } from '@/lib/procedures/answers'
import { describeAnswer } from '@/lib/procedures/describe'
import type { FormRules } from '@/lib/procedures/form-rules'
import { fieldsOf } from '@/lib/procedures/read-answers'
import type { AnnexRules } from '@/lib/procedures/shape/result'

export type ResultAnnex = {
  title: string
  columns: { head: string; share: number; align?: 'centre' }[]
  rows: string[][]
}

const ORDINAL = { head: 'TT', share: 1, align: 'centre' } as const

/** The table that is printed with the result or its companion, in Vietnamese; null when the procedure has none or it is empty. */
export function resultAnnex(
  { procedure, codes }: FormRules,
  answers: Answers,
  { annex }: { annex?: AnnexRules | undefined },
): ResultAnnex | null {
  const field = annex && fieldsOf(procedure).find(({ key }) => key === annex.field)
  if (!annex || field?.type !== 'table') return null
  const printed = annex.columns.flatMap(({ key, share }) => {
    const column = field.columns.find((one) => one.key === key)
    return column ? [{ column, share }] : []
  })
  const rows = (answers[field.key] ?? []) as TableRow[]
  if (rows.length === 0) return null
  const cell = (row: TableRow, { column }: (typeof printed)[number]) =>
    describeAnswer(column, row[column.key], { codes, locale: 'vi' }).text
  return {
    title: annex.title.vi,
    columns: [ORDINAL, ...printed.map(({ column, share }) => ({ head: column.label.vi, share }))],
    rows: rows.map((row, at) => [String(at + 1), ...printed.map((one) => cell(row, one))]),
  }
}
