import { BLANK_LINE, type RawRecord, rawSection } from '@/components/form/raw-values'
import { blankRow } from '@/components/form/rows'
import type { SectionState } from '@/components/form/section-state'
import type { Typed } from '@/components/form/typed'
import { isEmptyInput } from '@/lib/procedures/read/reading'
import type { Section } from '@/lib/procedures/shape/field'

/** The values to begin with; a list that must hold something begins with an empty line or row. */
export function startValues(section: Section, typed: Typed, blank: readonly string[]): RawRecord {
  const values = rawSection(section, typed)
  for (const field of section.fields) {
    const list = values[field.key]
    if (field.type === 'schedule')
      addBlank(list, BLANK_LINE, blank.includes(field.key) || isEmpty(list))
    if (field.type !== 'table') continue
    addBlank(
      list,
      blankRow(field),
      blank.includes(field.key) || (isEmpty(list) && !!field.required),
    )
    for (const column of field.columns.filter(({ type }) => type === 'schedule')) {
      rowsOf(list).forEach((row, i) => {
        const lines = row[column.key]
        const path = `${field.key}[${i}].${column.key}`
        addBlank(lines, BLANK_LINE, blank.includes(path) || isEmpty(lines))
      })
    }
  }
  return values
}

function addBlank(list: unknown, item: RawRecord, wanted: boolean): void {
  if (wanted && Array.isArray(list)) list.push(structuredClone(item))
}

function isEmpty(list: unknown): boolean {
  return Array.isArray(list) && list.length === 0
}

function rowsOf(list: unknown): RawRecord[] {
  return Array.isArray(list) ? (list as RawRecord[]) : []
}

/** The rows the server opened, and the first, still empty one of a table that must hold something. */
export function startRows(section: Section, values: RawRecord, state: SectionState): string[] {
  if (state.typed) return state.open
  const tables = section.fields.filter(({ type }) => type === 'table')
  const begun = tables.filter(({ key }) => {
    const rows = rowsOf(values[key])
    return rows.length === 1 && isEmptyInput(rows[0])
  })
  return [...state.open, ...begun.map(({ key }) => `${key}[0]`)]
}
