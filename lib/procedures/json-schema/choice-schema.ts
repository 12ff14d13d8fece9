import { unitLabel } from '@/lib/procedures/communes'
import type { CodeLists, FormRules } from '@/lib/procedures/form-rules'
import type { JsonSchema } from '@/lib/procedures/json-schema/json-schema'
import { fieldOptions } from '@/lib/procedures/options'
import type { ChoiceField, Option } from '@/lib/procedures/shape/field'
import type { Locale } from '@/lib/procedures/shape/text'

/** Up to here a choice is written out where it is asked; a longer list stands once, under `$defs`. */
const SHORT = 12

/** The values that may be chosen, each with its label. */
export function choiceSchema(
  field: ChoiceField,
  { rules, locale }: { rules: FormRules; locale: Locale },
): JsonSchema {
  const options = fieldOptions(field, rules.codes)
  if (field.list === undefined || field.allowed || options.length <= SHORT) {
    return valuesOf(options, locale)
  }
  return listReference(field.list)
}

export function listReference(list: string): JsonSchema {
  return { $ref: `#/$defs/${list}` }
}

/** The code lists that a schema refers to, by their keys. */
export function referredLists(
  schema: JsonSchema,
  { codes, locale }: { codes: CodeLists; locale: Locale },
): JsonSchema {
  const keys = new Set(
    [...JSON.stringify(schema).matchAll(/"#\/\$defs\/([\w-]+)"/g)].map(([, key]) => key ?? ''),
  )
  return Object.fromEntries(
    [...keys].sort().map((key) => {
      if (key === 'provinces') return [key, provincesOf(codes)]
      return [key, valuesOf(fieldOptions({ ...ANY, list: key }, codes), locale)]
    }),
  )
}

const ANY = {
  key: 'any',
  type: 'select',
  label: { vi: '-', en: '-' },
  required: false,
  sensitive: false,
} as const

function provincesOf({ communes }: CodeLists): JsonSchema {
  return {
    oneOf: communes.provinces.map((unit) => ({ const: unit.code, title: unitLabel(unit) })),
  }
}

function valuesOf(options: readonly Option[], locale: Locale): JsonSchema {
  return { oneOf: options.map(({ value, label }) => ({ const: value, title: label[locale] })) }
}
