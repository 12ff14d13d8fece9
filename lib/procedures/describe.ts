import type {
  AddressAnswer,
  AnswerValue,
  OrganisationAnswer,
  PersonAnswer,
  ScheduleLine,
  TableRow,
} from '@/lib/procedures/answers'
import { unitLabel } from '@/lib/procedures/communes'
import { DESCRIBE_WORDS, describeDay } from '@/lib/procedures/describe-words'
import { writePhone } from '@/lib/procedures/form-entries'
import type { CodeLists } from '@/lib/procedures/form-rules'
import { optionLabel } from '@/lib/procedures/options'
import { isYear, writeNumber } from '@/lib/procedures/read/number'
import type { ChoiceField, Column, Field, FieldOf } from '@/lib/procedures/shape/field'
import type { Locale } from '@/lib/procedures/shape/text'
import { formatVnd } from '@/lib/shared/money'

export type DescribeContext = { codes: CodeLists; locale: Locale }
export type LabelledText = { label: string; text: string }

/** An answer in words. `lines` is for composite answers, `rows` for tables; `text` says it in one line. */
export type Described = { text: string; lines: string[]; rows: LabelledText[][] }

/** One answer as a person reads it: labels of code lists, dd/mm/yyyy, đồng, addresses in Vietnamese. */
export function describeAnswer(
  field: Field | Column,
  value: AnswerValue | undefined,
  context: DescribeContext,
): Described {
  if (value === undefined) return { text: '', lines: [], rows: [] }
  if (field.type === 'table') return describeTable(field, value as TableRow[], context)
  const lines = linesOf(field, value, context).filter((line) => line !== '')
  return { text: lines.join('; '), lines, rows: [] }
}

/** "Số 18 đường Mẫu, Phường Yên Hòa, Thành phố Hà Nội", as far as it is known. */
export function describeAddress(address: AddressAnswer, codes: CodeLists): string {
  const commune = codes.communes.commune(address.commune)
  const province = codes.communes.province(address.province)
  return [address.street, commune && unitLabel(commune), province && unitLabel(province)]
    .filter(Boolean)
    .join(', ')
}

function linesOf(
  field: Exclude<Field | Column, FieldOf<'table'>>,
  value: AnswerValue,
  context: DescribeContext,
): string[] {
  switch (field.type) {
    case 'select':
      return [labelOf(field, String(value), context)]
    case 'multiselect':
      return [(value as string[]).map((item) => labelOf(field, item, context)).join(', ')]
    case 'address':
      return [describeAddress(value as AddressAnswer, context.codes)]
    case 'schedule':
      return (value as ScheduleLine[]).map((line) => describeScheduleLine(line, context))
    case 'person':
      return describePerson(value as PersonAnswer, context.locale)
    case 'organisation':
      return describeOrganisation(value as OrganisationAnswer)
    default:
      return [describeScalar(field, value, context.locale)]
  }
}

function describeScalar(field: Field | Column, value: AnswerValue, locale: Locale): string {
  if (typeof value === 'boolean') return DESCRIBE_WORDS[locale][value ? 'yes' : 'no']
  if (typeof value === 'number') return describeNumber(field, value, locale)
  if (field.type === 'date') return describeDay(String(value), locale)
  return field.type === 'phone' ? writePhone(String(value)) : String(value)
}

function describeNumber(field: Field | Column, value: number, locale: Locale): string {
  if (field.type === 'money') return locale === 'vi' ? formatVnd(value) : `VND ${english(value)}`
  if (isYear(field)) return String(value)
  const number = locale === 'vi' ? writeNumber(value) : english(value)
  const unit = field.type === 'number' ? field.unit?.[locale] : undefined
  return unit ? `${number} ${unit}` : number
}

function english(value: number): string {
  return value.toLocaleString('en-GB', { maximumFractionDigits: 20 })
}

function describePerson(person: PersonAnswer, locale: Locale): string[] {
  return [
    person.full_name ?? '',
    person.position ?? '',
    person.date_of_birth ? describeDay(person.date_of_birth, locale) : '',
    person.id_number ?? '',
    person.phone ? writePhone(person.phone) : '',
    person.email ?? '',
  ]
}

function describeOrganisation(organisation: OrganisationAnswer): string[] {
  const { name, tax_code, phone, email, contact } = organisation
  return [name ?? '', tax_code ?? '', phone ? writePhone(phone) : '', email ?? '', contact ?? '']
}

/** "Thứ Hai đến Thứ Bảy: 08:00–20:00"; days in a row are said as a range. */
function describeScheduleLine({ days, from, to }: ScheduleLine, context: DescribeContext): string {
  const week = context.codes.lists['weekdays']?.items ?? []
  const label = (index: number): string => week[index]?.label[context.locale] ?? ''
  const runs = runsOf(days.map((day) => week.findIndex((item) => item.value === day)))
  const joiner = DESCRIBE_WORDS[context.locale].to
  const said = runs.map(([first, last]) => {
    if (first === last) return label(first)
    return `${label(first)}${last - first === 1 ? ', ' : ` ${joiner} `}${label(last)}`
  })
  return `${said.join(', ')}: ${from}–${to}`
}

/** Numbers in a row as first and last: 0,1,2,4 → [0,2],[4,4]. */
function runsOf(numbers: number[]): [number, number][] {
  const runs: [number, number][] = []
  for (const number of [...numbers].sort((a, b) => a - b)) {
    const last = runs.at(-1)
    if (last && number === last[1] + 1) last[1] = number
    else runs.push([number, number])
  }
  return runs
}

function describeTable(
  field: FieldOf<'table'>,
  rows: TableRow[],
  context: DescribeContext,
): Described {
  const described = rows.map((row) =>
    field.columns.flatMap((column): LabelledText[] => {
      const { text } = describeAnswer(column, row[column.key], context)
      return text === '' ? [] : [{ label: column.label[context.locale], text }]
    }),
  )
  const lines = described.map((cells) => cells.map((cell) => cell.text).join(', '))
  return { text: lines.join('; '), lines, rows: described }
}

function labelOf(field: ChoiceField, value: string, { codes, locale }: DescribeContext): string {
  return optionLabel(field, value, codes)?.[locale] ?? value
}
