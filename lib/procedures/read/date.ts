import { addDays, addMonths, type Day } from '@/lib/deadlines/day'
import { cleanLine } from '@/lib/procedures/clean-text'
import { isRecord, type Place, type Reading, read, wrong } from '@/lib/procedures/read/reading'
import type { FieldOf } from '@/lib/procedures/shape/field'

/** A day typed as dd/mm/yyyy, d-m-yyyy or yyyy-mm-dd, if it exists between 1900 and 2199. */
export function parseDay(typed: string): Day | null {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(typed)
  const vietnamese = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(typed)
  if (iso) return dayFrom(iso[1], iso[2], iso[3])
  return vietnamese ? dayFrom(vietnamese[3], vietnamese[2], vietnamese[1]) : null
}

function dayFrom(year = '', month = '', day = ''): Day | null {
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const date = new Date(`${written}T00:00:00Z`)
  if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== written) return null
  return year >= '1900' && year < '2200' ? written : null
}

/** "2026-11-30" → "30/11/2026". */
export function writeDay(day: Day): string {
  return day.split('-').reverse().join('/')
}

/** A time typed as 7:30, 07:30, 7h30 or 7h, as HH:mm. */
export function parseTime(typed: string): string | null {
  const parts = /^(\d{1,2})(?::(\d{2})|h(\d{2})?)$/i.exec(typed.replace(/\s/g, ''))
  if (!parts) return null
  const [hours, minutes] = [Number(parts[1]), Number(parts[2] ?? parts[3] ?? 0)]
  if (hours > 23 || minutes > 59) return null
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`
}

/** Three boxes (day, month, year) or one text. */
export function readDate(field: FieldOf<'date'>, raw: unknown, place: Place): Reading<Day> {
  const text = dateText(raw)
  const day = text === null ? null : parseDay(cleanLine(text))
  if (day === null) return wrong(place.path, 'not-a-date')
  const min = field.minDate && boundOf(field.minDate, place.facts.today)
  const max = field.maxDate && boundOf(field.maxDate, place.facts.today)
  if (min !== undefined && day < min) return wrong(place.path, 'too-early', { min: writeDay(min) })
  if (max !== undefined && day > max) return wrong(place.path, 'too-late', { max: writeDay(max) })
  return read(day)
}

export function readTime(_field: unknown, raw: unknown, place: Place): Reading<string> {
  const time = typeof raw === 'string' ? parseTime(cleanLine(raw)) : null
  return time === null ? wrong(place.path, 'not-a-time') : read(time)
}

/** `today-18y`, `today+30d`, `today` or a plain date, as a plain date. */
export function boundOf(bound: string, today: Day): Day {
  const parts = /^today(?:([+-]\d+)([dmy]))?$/.exec(bound)
  if (!parts) return bound
  const count = Number(parts[1] ?? 0)
  if (parts[2] === 'd') return addDays(today, count)
  return addMonths(today, parts[2] === 'y' ? count * 12 : count)
}

function dateText(raw: unknown): string | null {
  if (typeof raw === 'string') return raw
  if (!isRecord(raw)) return null
  const parts = ['day', 'month', 'year'].map((part) => raw[part])
  return parts.every((part) => typeof part === 'string') ? parts.join('/') : null
}
