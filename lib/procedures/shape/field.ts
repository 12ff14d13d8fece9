import { z } from 'zod'
import { conditionSchema } from '@/lib/procedures/shape/condition'
import { keySchema, localTextSchema } from '@/lib/procedures/shape/text'

const common = {
  key: keySchema,
  label: localTextSchema,
  help: localTextSchema.optional(),
  /** Required while visible; a condition narrows it to some applicants. */
  required: z.union([z.boolean(), conditionSchema]).default(false),
  visibleWhen: conditionSchema.optional(),
  /** Where a first value may come from, e.g. `eid.full_name`, `organisation.tax_code`. */
  prefillFrom: z.string().optional(),
  /** National identifiers and the like: the store seals them, lists and logs never show them. */
  sensitive: z.boolean().default(false),
  /** Key of a clause of the definition that asks for this. */
  basis: keySchema.optional(),
}

const optionSchema = z.strictObject({ value: z.string().min(1), label: localTextSchema })
export type Option = z.infer<typeof optionSchema>

/** Own options, or a code list, narrowed to `allowed` values where the procedure takes only some. */
const choice = {
  options: z.array(optionSchema).min(1).optional(),
  list: keySchema.optional(),
  allowed: z.array(z.string().min(1)).min(1).optional(),
}

/** `today`, `today-6m`, `today+1d`, `today-80y` or a plain date. */
const dateBoundSchema = z.string().regex(/^(today([+-]\d{1,3}[dmy])?|\d{4}-\d{2}-\d{2})$/)

export const textFormatSchema = z.enum([
  'personal-id',
  'tax-code',
  'practising-licence',
  'url',
  'coordinates',
])
export type TextFormat = z.infer<typeof textFormatSchema>

export const personPartSchema = z.enum([
  'full_name',
  'date_of_birth',
  'id_number',
  'phone',
  'email',
  'position',
])
export type PersonPart = z.infer<typeof personPartSchema>

export const organisationPartSchema = z.enum(['name', 'tax_code', 'phone', 'email', 'contact'])
export type OrganisationPart = z.infer<typeof organisationPartSchema>

const text = {
  minLength: z.int().positive().optional(),
  maxLength: z.int().positive().max(10_000).default(250),
}
const bounds = { min: z.number().optional(), max: z.number().optional() }
const items = { minItems: z.int().min(0).optional(), maxItems: z.int().positive().optional() }

const textField = z.strictObject({
  ...common,
  ...text,
  type: z.literal('text'),
  format: textFormatSchema.optional(),
  pattern: z.string().optional(),
})
const longTextField = z.strictObject({ ...common, ...text, type: z.literal('longtext') })
const numberField = z.strictObject({
  ...common,
  ...bounds,
  type: z.literal('number'),
  /** `currentYear` as an upper bound, for years of make. */
  max: z.union([z.number(), z.literal('currentYear')]).optional(),
  integer: z.boolean().default(false),
  /** What the conditions of the law ask for at the least: 36 months, 10 m². Less is named, not refused. */
  expectedMin: z.number().optional(),
  unit: localTextSchema.optional(),
})
const moneyField = z.strictObject({ ...common, ...bounds, type: z.literal('money') })
const dateField = z.strictObject({
  ...common,
  type: z.literal('date'),
  minDate: dateBoundSchema.optional(),
  maxDate: dateBoundSchema.optional(),
})
const timeField = z.strictObject({ ...common, type: z.literal('time') })
const booleanField = z.strictObject({
  ...common,
  type: z.literal('boolean'),
  /** The answer that the conditions of the law ask for. Another one is named before sending, and refused by nobody. */
  expected: z.boolean().optional(),
})
const selectField = z.strictObject({ ...common, ...choice, type: z.literal('select') })
const multiselectField = z.strictObject({
  ...common,
  ...choice,
  ...items,
  type: z.literal('multiselect'),
})
const addressField = z.strictObject({ ...common, type: z.literal('address') })
const personField = z.strictObject({
  ...common,
  type: z.literal('person'),
  parts: z.array(personPartSchema).min(1),
  requiredParts: z.array(personPartSchema).default([]),
})
const organisationField = z.strictObject({
  ...common,
  type: z.literal('organisation'),
  parts: z.array(organisationPartSchema).min(1),
  requiredParts: z.array(organisationPartSchema).default([]),
})
const phoneField = z.strictObject({ ...common, type: z.literal('phone') })
const emailField = z.strictObject({ ...common, type: z.literal('email') })
/** Weekly timetable: lines of days with a start and an end; two lines of one day may not overlap. */
const scheduleField = z.strictObject({ ...common, ...items, type: z.literal('schedule') })

/** What a column of a table may be; a row is read on its own, so no table within a table. */
export const columnSchema = z.discriminatedUnion('type', [
  textField,
  longTextField,
  numberField,
  moneyField,
  dateField,
  timeField,
  booleanField,
  selectField,
  multiselectField,
  addressField,
  phoneField,
  emailField,
  scheduleField,
])
export type Column = z.infer<typeof columnSchema>

const tableField = z.strictObject({
  ...common,
  type: z.literal('table'),
  columns: z.array(columnSchema).min(1),
  minRows: z.int().min(0).optional(),
  /** How many rows the conditions of the law ask for at the least; fewer are named, not refused. */
  expectedRows: z.int().positive().optional(),
  maxRows: z.int().positive().max(500).default(200),
  /** Columns whose values together may stand in one row only. */
  uniqueBy: z.array(keySchema).min(1).optional(),
  /** What one row is called, for "Thêm người hành nghề". */
  rowLabel: localTextSchema,
})
/** A place to attach the paper of that key; papers are files of the dossier, not answers. */
const paperField = z.strictObject({ ...common, type: z.literal('paper'), paper: keySchema })
/** A statement the applicant makes by ticking; sending is refused without it. */
const declarationField = z.strictObject({ ...common, type: z.literal('declaration') })
/** Something to be read. With `acknowledge`, a tick that it was read (never a consent). */
const noticeField = z.strictObject({
  ...common,
  type: z.literal('notice'),
  body: localTextSchema,
  acknowledge: z.boolean().default(false),
})

export const fieldSchema = z.discriminatedUnion('type', [
  textField,
  longTextField,
  numberField,
  moneyField,
  dateField,
  timeField,
  booleanField,
  selectField,
  multiselectField,
  addressField,
  personField,
  organisationField,
  phoneField,
  emailField,
  scheduleField,
  tableField,
  paperField,
  declarationField,
  noticeField,
])
export type Field = z.infer<typeof fieldSchema>
export type FieldType = Field['type']
export type FieldOf<Type extends FieldType> = Extract<Field, { type: Type }>
export type ChoiceField = FieldOf<'select'> | FieldOf<'multiselect'>

export const sectionSchema = z.strictObject({
  key: keySchema,
  title: localTextSchema,
  intro: localTextSchema.optional(),
  /** The printed form that this section fills, e.g. "Mẫu 08 Phụ lục II". */
  formRef: z.string().optional(),
  visibleWhen: conditionSchema.optional(),
  fields: z.array(fieldSchema).min(1),
})
export type Section = z.infer<typeof sectionSchema>
