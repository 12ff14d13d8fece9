import fc from 'fast-check'
import { addDays } from '@/lib/deadlines/day'
import type { Answers, AnswerValue, ScheduleLine } from '@/lib/procedures/answers'
import type { FormRules } from '@/lib/procedures/form-rules'
import { fieldOptions } from '@/lib/procedures/options'
import { boundOf } from '@/lib/procedures/read/date'
import { fieldsOf } from '@/lib/procedures/read-answers'
import type { Column, Field, FieldOf } from '@/lib/procedures/shape/field'

type Value = fc.Arbitrary<AnswerValue>

const words = [
  'Phòng khám',
  'An Bình',
  'số 18',
  'Đặng Quốc Việt',
  'đường Mẫu',
  'Nguyễn Thị Ửng',
  'A/B-12',
  '«x»',
  '漢字',
]
const line = fc
  .array(fc.constantFrom(...words), { minLength: 1, maxLength: 4 })
  .map((some) => some.join(' '))
const time = fc.integer({ min: 0, max: 23 * 60 + 59 }).map(clock)
const personalId = fc
  .tuple(
    fc.constantFrom('001', '079', '038'),
    fc.constantFrom('0', '1', '2', '3'),
    digits(2),
    digits(6),
  )
  .map((parts) => parts.join(''))
const phone = fc
  .tuple(fc.constantFrom('3', '5', '7', '8', '9'), digits(8))
  .map((parts) => `+84${parts.join('')}`)
const email = fc
  .tuple(digits(3), fc.constantFrom('demo.test', 'so-y-te.hanoi.vn'))
  .map(([name, host]) => `a${name}@${host}`)
const licence = digits(6).map((number) => `${number}/HNO-GPHN`)
const taxCode = fc.constantFrom(
  '0100112437',
  '0312687878',
  '0100233488',
  '0314409058-001',
  '001188000123',
)

/** A proper value of a field, as the engine itself would write it. */
export function arbitraryValue(field: Field | Column, rules: FormRules): Value {
  switch (field.type) {
    case 'text':
      return textOf(field)
    case 'longtext':
      return fc.array(line, { minLength: 1, maxLength: 3 }).map((some) => some.join('\n'))
    case 'number':
      return numberOf(field)
    case 'money':
      return fc.integer({ min: field.min ?? 0, max: field.max ?? Number.MAX_SAFE_INTEGER })
    case 'date':
      return dayOf(field, rules.facts.today)
    case 'time':
      return time
    case 'boolean':
      return fc.boolean()
    case 'select':
      return fc.constantFrom(...fieldOptions(field, rules.codes).map(({ value }) => value))
    case 'multiselect':
      return fc.subarray(
        fieldOptions(field, rules.codes).map(({ value }) => value),
        { minLength: 1 },
      )
    case 'address':
      return addressOf(rules)
    case 'person':
      return fc
        .record({
          full_name: line,
          id_number: personalId,
          phone,
          email,
          position: line,
          date_of_birth: fc.constant('1985-04-12'),
        })
        .map((person) => pick(person, field.parts))
    case 'organisation':
      return fc
        .record({ name: line, tax_code: taxCode, phone, email, contact: line })
        .map((one) => pick(one, field.parts))
    case 'phone':
      return phone
    case 'email':
      return email
    case 'schedule':
      return schedule
    case 'table':
      return tableOf(field, rules)
    case 'declaration':
    case 'notice':
    case 'paper':
      return fc.constant(true)
  }
}

/** Answers with any fields of the form filled properly, whether or not they belong together. */
export function anyAnswers(rules: FormRules): fc.Arbitrary<Answers> {
  const fields = fieldsOf(rules.procedure).filter(
    (field) => field.type !== 'paper' && !(field.type === 'notice' && !field.acknowledge),
  )
  const values = Object.fromEntries(
    fields.map((field) => [field.key, arbitraryValue(field, rules)]),
  )
  return fc.record(values, { requiredKeys: [] }) as fc.Arbitrary<Answers>
}

const schedule: fc.Arbitrary<ScheduleLine[]> = fc
  .tuple(fc.subarray(['t2', 't3', 't4', 't5', 't6', 't7', 'cn'], { minLength: 1 }), time, time)
  .filter(([, from, to]) => from !== to)
  .map(([days, ...times]) => {
    const [from = '', to = ''] = times.sort()
    return [{ days, from, to }]
  })

function textOf(field: FieldOf<'text'>): Value {
  switch (field.format) {
    case 'personal-id':
      return personalId
    case 'tax-code':
      return taxCode
    case 'practising-licence':
      return licence
    case 'url':
      return fc.constantFrom('https://anbinh.test/', 'http://so-y-te.vn/trang?a=1')
    case 'coordinates':
      return fc.constantFrom('21.028511, 105.804817', '10, 106.5')
    default:
      return line.map((text) => text.slice(0, Math.min(field.maxLength, 60)).trim())
  }
}

function numberOf(field: FieldOf<'number'>): Value {
  const max = typeof field.max === 'number' ? field.max : 2026
  const whole = fc.integer({ min: field.min ?? 0, max })
  if (field.integer) return whole
  return fc.tuple(whole, fc.integer({ min: 0, max: 999 })).map(([number, part]) => {
    const value = number + part / 1000
    return value <= max ? value : number
  })
}

function dayOf(field: FieldOf<'date'>, today: string): Value {
  const min = field.minDate ? boundOf(field.minDate, today) : '1950-01-01'
  const max = field.maxDate ? boundOf(field.maxDate, today) : '2099-12-31'
  const span = Math.round((Date.parse(max) - Date.parse(min)) / 86_400_000)
  return fc.integer({ min: 0, max: span }).map((days) => addDays(min, days))
}

function addressOf({ codes }: FormRules): Value {
  const communes = codes.communes.provinces.flatMap((province) =>
    province.communes.map((commune) => ({ province: province.code, commune: commune.code })),
  )
  return fc.tuple(fc.constantFrom(...communes), line).map(([unit, street]) => ({ ...unit, street }))
}

function tableOf(field: FieldOf<'table'>, rules: FormRules): Value {
  const cells = Object.fromEntries(
    field.columns.map((column) => [column.key, arbitraryValue(column, rules)]),
  )
  const row = fc.record(cells) as fc.Arbitrary<Record<string, never>>
  const unique = field.uniqueBy
  const size = { minLength: 1, maxLength: 3 }
  if (!unique) return fc.array(row, size)
  return fc.uniqueArray(row, {
    ...size,
    selector: (one) => JSON.stringify(unique.map((key) => one[key])),
  })
}

function pick<Part extends string>(all: Record<Part, string>, parts: readonly Part[]) {
  return Object.fromEntries(parts.map((part) => [part, all[part]]))
}

function digits(count: number): fc.Arbitrary<string> {
  return fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: count, maxLength: count })
    .map((some) => some.join(''))
}

function clock(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  return `${String(hours).padStart(2, '0')}:${String(rest).padStart(2, '0')}`
}
