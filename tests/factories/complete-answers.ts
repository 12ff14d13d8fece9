import fc from 'fast-check'
import { addDays } from '@/lib/deadlines/day'
import type { Answers, AnswerValue, CellValue } from '@/lib/procedures/answers'
import type { FormRules } from '@/lib/procedures/form-rules'
import { fieldOptions } from '@/lib/procedures/options'
import { boundOf } from '@/lib/procedures/read/date'
import type { ChoiceField, Column, Field, FieldOf, TextFormat } from '@/lib/procedures/shape/field'
import { isRequired, visibleSections } from '@/lib/procedures/visible'

/** Which answers to take where there is a choice: another number walks other branches of the form. */
export type Taste = {
  rules: FormRules
  variant: number
  /** What is answered already. */
  chosen?: Answers
}

/** Answers can show further questions; no form is deeper than this. */
const ROUNDS = 12
const SEED = 7

/**
 * Everything a careful applicant would fill in for a procedure, in the order in which the form asks it:
 * a clinic, pharmacy, company or person of Hà Nội. Nothing that is visible is left open.
 */
export function completeAnswers({ rules, variant, chosen = {} }: Taste): Answers {
  const { procedure, facts } = rules
  let answers = chosen
  for (let round = 0; round < ROUNDS; round += 1) {
    const open = visibleSections(procedure, answers, facts)
      .flatMap(({ fields }) => fields)
      .filter((field) => !Object.hasOwn(answers, field.key) && isAsked(field, answers, rules))
    if (open.length === 0) return answers
    const given = open.map((field) => [field.key, answerOf(field, { rules, variant })] as const)
    answers = { ...answers, ...Object.fromEntries(given) }
  }
  throw new Error(`${procedure.key}: the form never ends`)
}

/** Nothing is uploaded here, and nothing is answered to what only informs. */
function isAsked(field: Field, answers: Answers, { facts }: FormRules): boolean {
  if (field.type === 'paper') return false
  if (field.type === 'notice') return field.acknowledge
  return isRequired(field, answers, facts) || field.type !== 'boolean'
}

function answerOf(field: Field, taste: Taste): AnswerValue {
  switch (field.type) {
    case 'person':
      return Object.fromEntries(field.parts.map((part) => [part, PERSON[part]]))
    case 'organisation':
      return Object.fromEntries(field.parts.map((part) => [part, ORGANISATION[part]]))
    case 'table':
      return Array.from({ length: rowsOf(field) }, (_, at) => rowOf(field, taste, at))
    case 'declaration':
    case 'notice':
    case 'paper':
      return true
    default:
      return cellOf(field, taste, 0)
  }
}

/** Two rows, or as many as the law asks for at the least. */
function rowsOf({ minRows = 1, expectedRows = 1, maxRows }: FieldOf<'table'>): number {
  return Math.max(minRows, expectedRows, Math.min(2, maxRows))
}

function rowOf(table: FieldOf<'table'>, taste: Taste, at: number): Record<string, CellValue> {
  return Object.fromEntries(table.columns.map((column) => [column.key, cellOf(column, taste, at)]))
}

const PERSON = {
  full_name: 'Nguyễn Hoài An',
  date_of_birth: '1985-04-12',
  id_number: '001085004321',
  phone: '+84912345678',
  email: 'hoai.an@demo.test',
  position: 'Giám đốc',
}
const ORGANISATION = {
  name: 'Công ty TNHH Dược phẩm Hoa Mai',
  tax_code: '0100112437',
  phone: '+84243800001',
  email: 'lienhe@hoamai.test',
  contact: 'Nguyễn Hoài An',
}
const NAMES = ['Nguyễn Hoài An', 'Trần Thị Bích', 'Lê Quang Dũng', 'Phạm Thu Cúc', 'Võ Văn Em']

function cellOf(field: Column, taste: Taste, at: number): CellValue {
  switch (field.type) {
    case 'text':
    case 'longtext':
      return textOf(field, at)
    case 'number':
      return numberOf(field)
    case 'money':
      return Math.max(field.min ?? 0, 1_000_000)
    case 'date':
      return field.key === 'from' ? beginning(taste) : dayOf(field, taste.rules.facts.today)
    case 'time':
      return '08:00'
    case 'boolean':
      return field.expected ?? taste.variant % 2 === 0
    case 'select':
      return chosen(field, taste)
    case 'multiselect':
      return someOf(field, taste)
    case 'address':
      return addressOf(taste.rules)
    case 'phone':
      return PERSON.phone
    case 'email':
      return PERSON.email
    case 'schedule':
      return [{ days: ['t2', 't3', 't4', 't5', 't6'], ...hoursOf(field) }]
  }
}

/** Nobody is in two places at once: what is done elsewhere is done in the evening. */
function hoursOf({ key }: FieldOf<'schedule'>): { from: string; to: string } {
  return key.startsWith('other') ? { from: '18:00', to: '20:00' } : { from: '08:00', to: '17:00' }
}

/** What has lasted began four years ago. */
function beginning({ rules }: Taste): string {
  return addDays(rules.facts.today, -4 * 365)
}

const OF_FORMAT: Record<TextFormat, (at: number) => string> = {
  'personal-id': (at) => `0010850043${String(21 + at)}`,
  'tax-code': () => ORGANISATION.tax_code,
  'practising-licence': (at) => `00012${at}/HNO-GPHN`,
  url: () => 'https://hoamai.test/',
  coordinates: () => '21.028511, 105.804817',
}

function textOf(field: FieldOf<'text'> | FieldOf<'longtext'>, at: number): string {
  if (field.type === 'text' && field.format) return OF_FORMAT[field.format](at)
  if (field.type === 'text' && field.pattern) return matching(field.pattern, at)
  if (/họ và tên|người thực hiện/iu.test(field.label.vi)) return NAMES[at % NAMES.length] ?? ''
  const words = `${field.label.vi.replace(/[?:].*$/u, '')}, mẫu ${at + 1}`.slice(0, field.maxLength)
  return words.padEnd(field.minLength ?? 1, '.')
}

/** The shortest of a few texts that fit a pattern: a person would not type more. */
function matching(pattern: string, at: number): string {
  const some = fc.sample(fc.stringMatching(new RegExp(pattern, 'u')), {
    seed: SEED + at,
    numRuns: 9,
  })
  return some.sort((one, other) => one.length - other.length)[0] ?? ''
}

function numberOf(field: FieldOf<'number'>): number {
  const most = field.max === 'currentYear' ? 2024 : (field.max ?? Number.MAX_SAFE_INTEGER)
  if (field.max === 'currentYear') return most
  return Math.min(most, Math.max(field.min ?? 0, field.expectedMin ?? 0, 36))
}

function dayOf(field: FieldOf<'date'>, today: string): string {
  const least = field.minDate ? boundOf(field.minDate, today) : null
  const most = field.maxDate ? boundOf(field.maxDate, today) : null
  if (least && most) return least > addDays(most, -30) ? least : addDays(most, -30)
  if (least) return addDays(least, 30)
  return addDays(most ?? today, -30)
}

function chosen(field: ChoiceField, { rules, variant }: Taste): string {
  const options = fieldOptions(field, rules.codes)
  return options[variant % options.length]?.value ?? ''
}

function someOf(field: FieldOf<'multiselect'>, { rules, variant }: Taste): string[] {
  const options = fieldOptions(field, rules.codes).map(({ value }) => value)
  const count = Math.max(field.minItems ?? 1, Math.min(2, field.maxItems ?? 2, options.length))
  const turned = [...options.slice(variant % options.length), ...options]
  return [...new Set(turned)]
    .slice(0, count)
    .sort((a, b) => options.indexOf(a) - options.indexOf(b))
}

function addressOf({ codes }: FormRules): CellValue {
  const province = codes.communes.provinces.find(({ code }) => code === '01')
  const commune = province?.communes[0]?.code ?? ''
  return { province: '01', commune, street: 'Số 18 đường Mẫu' }
}
