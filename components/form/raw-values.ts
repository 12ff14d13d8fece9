import { countTyped, firstTyped, type Typed } from '@/components/form/typed'
import { isEmptyInput, isRecord } from '@/lib/procedures/read/reading'
import type { Column, Field, Section } from '@/lib/procedures/shape/field'

/** What the boxes hold, nested as react-hook-form keeps it; `readAnswers` takes it as it is. */
export type Raw = string | boolean | string[] | RawRecord | RawRecord[]
export type RawRecord = { [part: string]: Raw }

/** A line of a timetable before anything is chosen. */
export const BLANK_LINE: RawRecord = { days: [], from: '', to: '' }

/** The values of a section's boxes. */
export function rawSection(section: Section, typed: Typed): RawRecord {
  return Object.fromEntries(section.fields.map((field) => [field.key, rawField(field, typed)]))
}

export function rawField(field: Field | Column, typed: Typed, path: string = field.key): Raw {
  switch (field.type) {
    case 'multiselect':
      return [...(typed[path] ?? [])]
    case 'declaration':
    case 'notice':
      return (typed[path] ?? []).includes('true')
    case 'address':
      return rawParts(['province', 'commune', 'street'], typed, path)
    case 'person':
    case 'organisation':
      return rawParts(field.parts, typed, path)
    case 'schedule':
      return rawItems(typed, path, (line) => rawLine(typed, line))
    case 'table':
      return rawItems(typed, path, (row) => rawRow(field.columns, typed, row))
    default:
      return firstTyped(typed, path)
  }
}

/** One row of a table with a value for each column. */
export function rawRow(columns: readonly Column[], typed: Typed, path: string): RawRecord {
  return Object.fromEntries(
    columns.map((column) => [column.key, rawField(column, typed, `${path}.${column.key}`)]),
  )
}

export function rawLine(typed: Typed, path: string): RawRecord {
  const { from, to } = rawParts(['from', 'to'], typed, path)
  return { days: [...(typed[`${path}.days`] ?? [])], from: from ?? '', to: to ?? '' }
}

/** Nested values as the entries of a form, the way `parseSection` reads them. */
export function rawEntries(raw: unknown, path: string): [string, string][] {
  if (typeof raw === 'string') return raw === '' ? [] : [[path, raw]]
  if (raw === true) return [[path, 'true']]
  if (Array.isArray(raw)) {
    return raw.flatMap((item, i) => {
      return typeof item === 'string' ? [[path, item]] : rawEntries(item, `${path}[${i}]`)
    })
  }
  if (!isRecord(raw)) return []
  return Object.entries(raw).flatMap(([part, value]) => rawEntries(value, `${path}.${part}`))
}

/**
 * The place on the screen of a place in the answers: reading leaves blank rows out and counts
 * without them, the screen still shows them.
 */
export function shownPath(raw: unknown, path: readonly (string | number)[]): (string | number)[] {
  const [part, ...rest] = path
  if (part === undefined) return []
  if (typeof part === 'string') return [part, ...shownPath(isRecord(raw) ? raw[part] : null, rest)]
  const items: unknown[] = Array.isArray(raw) ? raw : []
  const filled = items.flatMap((item, i) => (isEmptyInput(item) ? [] : [i]))
  const index = filled[part] ?? part
  return [index, ...shownPath(items[index], rest)]
}

function rawParts(parts: readonly string[], typed: Typed, path: string): RawRecord {
  return Object.fromEntries(parts.map((part) => [part, firstTyped(typed, `${path}.${part}`)]))
}

function rawItems(typed: Typed, path: string, item: (path: string) => RawRecord): RawRecord[] {
  return Array.from({ length: countTyped(typed, path) }, (_, i) => item(`${path}[${i}]`))
}
