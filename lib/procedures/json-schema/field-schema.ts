import type { FormRules } from '@/lib/procedures/form-rules'
import { choiceSchema, listReference } from '@/lib/procedures/json-schema/choice-schema'
import type { JsonSchema } from '@/lib/procedures/json-schema/json-schema'
import { boundOf } from '@/lib/procedures/read/date'
import type {
  Column,
  Field,
  FieldOf,
  OrganisationPart,
  PersonPart,
  TextFormat,
} from '@/lib/procedures/shape/field'
import type { Locale } from '@/lib/procedures/shape/text'

/** A definition in the language in which titles and help are given. */
export type SchemaScope = { rules: FormRules; locale: Locale }

/** What one answer or table cell may hold, with the question as its title. */
export function cellSchema(field: Column, scope: SchemaScope): JsonSchema {
  return { ...wordsOf(field, scope), ...valueSchema(field, scope) }
}

/** The question, its help, and what no schema can say about it. */
export function wordsOf(field: Field | Column, { locale }: SchemaScope): JsonSchema {
  return {
    title: field.label[locale],
    ...(field.help && { description: field.help[locale] }),
    ...(field.sensitive && { 'x-sensitive': true }),
  }
}

function valueSchema(field: Column, scope: SchemaScope): JsonSchema {
  const { today } = scope.rules.facts
  switch (field.type) {
    case 'text':
      return field.format ? FORMATS[field.format] : textSchema(field)
    case 'longtext':
      return textSchema(field)
    case 'number':
      return numberSchema(field, today)
    case 'money':
      return { type: 'integer', ...boundsOf({ min: field.min ?? 0, max: field.max }) }
    case 'date':
      return dateSchema(field, today)
    case 'time':
      return { type: 'string', pattern: TIME }
    case 'boolean':
      return { type: 'boolean' }
    case 'select':
      return choiceSchema(field, scope)
    case 'multiselect':
      return listOf(choiceSchema(field, scope), field, { uniqueItems: true })
    case 'address':
      return ADDRESS
    case 'phone':
      return PHONE
    case 'email':
      return EMAIL
    case 'schedule':
      return listOf(SCHEDULE_LINE, { maxItems: 50, ...field })
  }
}

const TIME = '^([01]\\d|2[0-3]):[0-5]\\d$'
const PHONE: JsonSchema = { type: 'string', pattern: '^\\+[1-9]\\d{6,14}$' }
const EMAIL: JsonSchema = { type: 'string', format: 'email', maxLength: 254 }

/** `x-check` names what a pattern cannot say: the check digit of a tax code. */
const FORMATS: Record<TextFormat, JsonSchema> = {
  'personal-id': { type: 'string', pattern: '^\\d{12}$' },
  'tax-code': {
    type: 'string',
    pattern: '^(\\d{10}(-\\d{3})?|\\d{12})$',
    'x-check': 'check-digit',
  },
  'practising-licence': { type: 'string', pattern: '^\\d{5,7}/[A-ZĐ]{2,5}-(GPHN|CCHN)$' },
  url: { type: 'string', format: 'uri', pattern: '^https?://' },
  coordinates: { type: 'string', pattern: '^-?\\d{1,2}(\\.\\d+)?, -?\\d{1,3}(\\.\\d+)?$' },
}

function textSchema(field: FieldOf<'text'> | FieldOf<'longtext'>): JsonSchema {
  const { minLength = 1, maxLength } = field
  const pattern = field.type === 'text' && field.pattern
  return { type: 'string', minLength, maxLength, ...(pattern && { pattern }) }
}

function numberSchema(field: FieldOf<'number'>, today: string): JsonSchema {
  const max = field.max === 'currentYear' ? Number(today.slice(0, 4)) : field.max
  return {
    type: field.integer ? 'integer' : 'number',
    ...boundsOf({ min: field.min, max }),
    ...(field.unit && { 'x-unit': field.unit.vi }),
  }
}

function boundsOf({ min, max }: { min?: number | undefined; max?: number | undefined }) {
  return {
    ...(min !== undefined && { minimum: min }),
    ...(max !== undefined && { maximum: max }),
  }
}

/** JSON Schema knows no first and last day; they are told as of today, the day of the schema. */
function dateSchema({ minDate, maxDate }: FieldOf<'date'>, today: string): JsonSchema {
  return {
    type: 'string',
    format: 'date',
    ...(minDate && { 'x-earliest': boundOf(minDate, today) }),
    ...(maxDate && { 'x-latest': boundOf(maxDate, today) }),
  }
}

type Items = { minItems?: number | undefined; maxItems?: number | undefined }

function listOf(items: JsonSchema, { minItems = 1, maxItems }: Items, more: JsonSchema = {}) {
  return {
    type: 'array',
    minItems: Math.max(1, minItems),
    ...(maxItems !== undefined && { maxItems }),
    ...more,
    items,
  }
}

const ADDRESS: JsonSchema = {
  type: 'object',
  properties: {
    province: listReference('provinces'),
    commune: {
      type: 'string',
      pattern: '^\\d{5}$',
      'x-codes': '/api/code-lists/communes?province={province}',
    },
    street: { type: 'string', minLength: 1, maxLength: 200 },
  },
  required: ['province', 'commune', 'street'],
  additionalProperties: false,
}

const SCHEDULE_LINE: JsonSchema = {
  type: 'object',
  properties: {
    days: { type: 'array', minItems: 1, uniqueItems: true, items: listReference('weekdays') },
    from: { type: 'string', pattern: TIME },
    to: { type: 'string', pattern: TIME },
  },
  required: ['days', 'from', 'to'],
  additionalProperties: false,
}

const LINE: JsonSchema = { type: 'string', minLength: 1, maxLength: 150 }

const PARTS: Record<PersonPart | OrganisationPart, JsonSchema> = {
  full_name: LINE,
  date_of_birth: { type: 'string', format: 'date' },
  id_number: FORMATS['personal-id'],
  phone: PHONE,
  email: EMAIL,
  position: LINE,
  name: LINE,
  tax_code: FORMATS['tax-code'],
  contact: LINE,
}

/** A person or organisation, of which a form asks for some parts. */
export function partsSchema(field: FieldOf<'person'> | FieldOf<'organisation'>): JsonSchema {
  return {
    type: 'object',
    properties: Object.fromEntries(field.parts.map((part) => [part, PARTS[part]])),
    ...(field.requiredParts.length > 0 && { required: field.requiredParts }),
    minProperties: 1,
    additionalProperties: false,
  }
}
