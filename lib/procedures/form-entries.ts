import type { AnswerValue } from '@/lib/procedures/answers'
import { writeDay } from '@/lib/procedures/read/date'
import { isYear, writeNumber } from '@/lib/procedures/read/number'
import type { Column, Field } from '@/lib/procedures/shape/field'

/** An answer as the entries of an HTML form, the way `parseSection` reads them back. */
export function fieldEntries(
  field: Field | Column,
  value: AnswerValue | undefined,
  path: string = field.key,
): [string, string][] {
  if (value === undefined) return []
  if (Array.isArray(value)) return listEntries(field, value, path)
  if (typeof value === 'object') return partEntries(value, path)
  return [[path, writeScalar(field, value)]]
}

/** How one value stands in its input: dates as dd/mm/yyyy, numbers with dots, +84 as 0. */
export function writeScalar(field: Field | Column, value: string | number | boolean): string {
  if (typeof value === 'number') return isYear(field) ? String(value) : writeNumber(value)
  if (typeof value === 'boolean') return String(value)
  if (field.type === 'date') return writeDay(value)
  return field.type === 'phone' ? writePhone(value) : value
}

/** "+84912345678" → "0912345678"; foreign numbers stay as they are, hotlines lose the country. */
export function writePhone(phone: string): string {
  if (/^\+841[89]00/.test(phone)) return phone.slice(3)
  return phone.startsWith('+84') ? `0${phone.slice(3)}` : phone
}

function listEntries(
  field: Field | Column,
  items: readonly (string | object)[],
  path: string,
): [string, string][] {
  return items.flatMap((item, i): [string, string][] => {
    if (typeof item === 'string') return [[path, item]]
    const here = `${path}[${i}]`
    return field.type === 'table' ? rowEntries(field.columns, item, here) : partEntries(item, here)
  })
}

function rowEntries(columns: readonly Column[], row: object, path: string): [string, string][] {
  const cells = new Map<string, AnswerValue>(Object.entries(row))
  return columns.flatMap((column) =>
    fieldEntries(column, cells.get(column.key), `${path}.${column.key}`),
  )
}

function partEntries(parts: object, path: string): [string, string][] {
  return Object.entries(parts).flatMap(([part, value]: [string, unknown]): [string, string][] => {
    const here = `${path}.${part}`
    if (Array.isArray(value)) return value.map((item) => [here, String(item)])
    return [[here, writePart(part, String(value))]]
  })
}

function writePart(part: string, value: string): string {
  if (part === 'date_of_birth') return writeDay(value)
  return part === 'phone' ? writePhone(value) : value
}
