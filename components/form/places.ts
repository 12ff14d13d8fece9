import { controlId } from '@/components/form/paths'
import { splitPath } from '@/lib/procedures/answer-path'
import type { Column, Field, Section } from '@/lib/procedures/shape/field'
import type { Locale } from '@/lib/procedures/shape/text'

/** The translator of the namespace `form`, of a server or of a client component. */
type Say = (key: never, params?: never) => string
type Naming = { locale: Locale; t: Say }

/** The box to lead to for a problem: a group has none of its own, so its first one. */
export function boxOf(section: Section, path: string): string {
  const { field, column } = findPlace(section, path)
  const asked = askedAt(section, path)
  const isWhole = column ? path.endsWith(`.${column.key}`) : path === field?.key
  if (!asked || !isWhole) return controlId(path)
  if (asked.type === 'paper') return `paper-${asked.paper}`
  const first = firstPart(asked)
  return controlId(first ? `${path}${first}` : path)
}

/** The row that has to stand open for a place to be seen. */
export function rowOf(section: Section, path: string): string | undefined {
  const { field, row } = findPlace(section, path)
  return field?.type === 'table' && row !== undefined ? `${field.key}[${row}]` : undefined
}

/** A place in words: "Địa chỉ trụ sở chính, Tỉnh, thành phố" or "Thiết bị 3, Năm sản xuất". */
export function placeName(section: Section, path: string, { locale, t }: Naming): string {
  const { field, row, column, parts } = findPlace(section, path)
  if (!field) return path
  const asked = column ?? field
  const part = partName(asked, parts, t)
  const names =
    field.type === 'table' && row !== undefined
      ? [say(t, 'table.row', { row: field.rowLabel[locale], number: String(row + 1) })]
      : [field.label[locale]]
  if (column) names.push(column.label[locale])
  return [...names, part].filter(Boolean).join(', ')
}

/** The question or the column that a path belongs to. */
export function askedAt(section: Section, path: string): Field | Column | undefined {
  const { field, column } = findPlace(section, path)
  return column ?? field
}

type Place = {
  field: Field | undefined
  row?: number
  column?: Column | undefined
  /** What is left of the path below the field or the column. */
  parts: (string | number)[]
}

function findPlace(section: Section, path: string): Place {
  const [key, ...rest] = splitPath(path)
  const field = section.fields.find((one) => one.key === key)
  const [row, columnKey, ...parts] = rest
  if (field?.type !== 'table' || typeof row !== 'number') return { field, parts: rest }
  return { field, row, column: field.columns.find((one) => one.key === columnKey), parts }
}

function firstPart(asked: Field | Column): string | undefined {
  switch (asked.type) {
    case 'address':
      return '.province'
    case 'person':
    case 'organisation':
      return `.${asked.parts[0]}`
    case 'schedule':
      return '[0].days'
    default:
      return undefined
  }
}

function partName(asked: Field | Column, parts: (string | number)[], t: Say): string {
  const [first, second] = parts
  if (first === undefined) return ''
  if (asked.type === 'schedule') {
    const line = say(t, 'schedule.line', { number: String(Number(first) + 1) })
    return second === undefined ? line : `${line}, ${say(t, `schedule.${second}`)}`
  }
  return say(t, `${asked.type}.${first}`)
}

function say(t: Say, key: string, params?: Record<string, string>): string {
  return t(key as never, params as never)
}
