import { cleanLine } from '@/lib/procedures/clean-text'
import { type Place, type Reading, read, wrong } from '@/lib/procedures/read/reading'
import type { Column, Field, FieldOf } from '@/lib/procedures/shape/field'

type Bounds = { min?: number | undefined; max?: number | undefined }

/**
 * A number written the Vietnamese way: dots between thousands, a comma before decimals. A dot that
 * cannot part thousands is taken for a decimal point. `1,000` is refused: it means one here and a
 * thousand elsewhere.
 */
export function parseNumber(typed: string): number | 'ambiguous' | null {
  const text = typed.replace(/\s/g, '')
  if (/^-?[1-9]\d{0,2},\d{3}$/.test(text)) return 'ambiguous'
  if (/^-?\d{1,3}(\.\d{3})+(,\d+)?$/.test(text)) return decimal(text.replaceAll('.', ''))
  if (/^-?\d{1,3}(,\d{3}){2,}(\.\d+)?$/.test(text)) return Number(text.replaceAll(',', ''))
  return /^-?\d+([.,]\d+)?$/.test(text) ? decimal(text) : null
}

/** A number as `parseNumber` reads it back: 1234.5 → "1.234,5". */
export function writeNumber(value: number): string {
  const [whole = '', fraction] = Math.abs(value).toString().split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, '.')
  const sign = value < 0 ? '-' : ''
  if (fraction === undefined) return sign + grouped
  // Three decimals after a short number would read as thousands.
  return `${sign}${grouped},${fraction.length === 3 ? `${fraction}0` : fraction}`
}

/** A year is written without points between its digits. */
export function isYear(field: Field | Column): boolean {
  return field.type === 'number' && field.max === 'currentYear'
}

export function readNumber(field: FieldOf<'number'>, raw: unknown, place: Place): Reading<number> {
  const max = field.max === 'currentYear' ? Number(place.facts.today.slice(0, 4)) : field.max
  const value = numberOf(raw)
  if (typeof value === 'string') return wrong(place.path, value)
  if (field.integer && !Number.isInteger(value)) return wrong(place.path, 'not-an-integer')
  return readBounds(value, { min: field.min, max }, place)
}

/** Whole đồng, never less than nothing. */
export function readMoney(field: FieldOf<'money'>, raw: unknown, place: Place): Reading<number> {
  const value = numberOf(typeof raw === 'string' ? raw.replace(/(đồng|đ|vnd|vnđ)\s*$/iu, '') : raw)
  if (typeof value === 'string') return wrong(place.path, value)
  if (!Number.isSafeInteger(value)) return wrong(place.path, 'not-an-integer')
  return readBounds(value, { min: field.min ?? 0, max: field.max }, place)
}

function readBounds(value: number, { min, max }: Bounds, place: Place): Reading<number> {
  if (min !== undefined && value < min) return wrong(place.path, 'too-small', { min })
  if (max !== undefined && value > max) return wrong(place.path, 'too-large', { max })
  return read(value)
}

function numberOf(raw: unknown): number | 'not-a-number' | 'ambiguous-number' {
  if (typeof raw === 'number') return Number.isFinite(raw) ? raw : 'not-a-number'
  if (typeof raw !== 'string') return 'not-a-number'
  const value = parseNumber(cleanLine(raw))
  if (value === 'ambiguous') return 'ambiguous-number'
  return value === null || !Number.isFinite(value) ? 'not-a-number' : value
}

function decimal(text: string): number {
  return Number(text.replace(',', '.'))
}
