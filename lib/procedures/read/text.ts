import type { AnswerIssueCode } from '@/lib/procedures/answers'
import { cleanLine, cleanLines } from '@/lib/procedures/clean-text'
import {
  parseCoordinates,
  parseEmail,
  parsePersonalId,
  parsePhone,
  parsePractisingLicence,
  parseTaxCode,
  parseUrl,
} from '@/lib/procedures/read/identifiers'
import { type Place, type Reading, read, wrong } from '@/lib/procedures/read/reading'
import type { FieldOf, TextFormat } from '@/lib/procedures/shape/field'

type Parse = (typed: string) => string | null

const FORMATS = {
  'personal-id': parsePersonalId,
  'tax-code': parseTaxCode,
  'practising-licence': parsePractisingLicence,
  url: parseUrl,
  coordinates: parseCoordinates,
} as const satisfies Record<TextFormat, Parse>

/** One line of text: cleaned, long enough, short enough, of its format and pattern. */
export function readText(field: FieldOf<'text'>, raw: unknown, place: Place): Reading<string> {
  const text = lineOf(raw)
  if (text === null) return wrong(place.path, 'type')
  if (field.format) return readFormat(text, field.format, place)
  if (field.pattern && !new RegExp(field.pattern, 'u').test(text))
    return wrong(place.path, 'pattern')
  return readLength(text, field, place)
}

/** Several lines of text. */
export function readLongText(
  field: FieldOf<'longtext'>,
  raw: unknown,
  place: Place,
): Reading<string> {
  if (typeof raw !== 'string') return wrong(place.path, 'type')
  return readLength(cleanLines(raw), field, place)
}

export function readPhone(_field: unknown, raw: unknown, place: Place): Reading<string> {
  return readParsed(raw, { parse: parsePhone, code: 'phone' }, place)
}

export function readEmail(_field: unknown, raw: unknown, place: Place): Reading<string> {
  return readParsed(raw, { parse: parseEmail, code: 'email' }, place)
}

/** A text of one of the known formats, in its proper form. */
export function readFormat(raw: unknown, format: TextFormat, place: Place): Reading<string> {
  return readParsed(raw, { parse: FORMATS[format], code: format }, place)
}

function readParsed(
  raw: unknown,
  { parse, code }: { parse: Parse; code: AnswerIssueCode },
  place: Place,
): Reading<string> {
  const text = lineOf(raw)
  if (text === null) return wrong(place.path, 'type')
  const value = parse(text)
  return value === null ? wrong(place.path, code) : read(value)
}

function readLength(
  text: string,
  { minLength = 0, maxLength }: { minLength?: number | undefined; maxLength: number },
  place: Place,
): Reading<string> {
  const length = [...text].length
  if (length < minLength) return wrong(place.path, 'too-short', { min: minLength })
  if (length > maxLength) return wrong(place.path, 'too-long', { max: maxLength, length })
  return read(text)
}

function lineOf(raw: unknown): string | null {
  if (typeof raw === 'number') return String(raw)
  return typeof raw === 'string' ? cleanLine(raw) : null
}
