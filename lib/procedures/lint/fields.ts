import { KNOWN_VALUES } from '@/lib/procedures/known-values'
import {
  fault,
  type LintRule,
  type ProcedureIssue,
  placedFields,
} from '@/lib/procedures/lint/issue'
import { fieldOptions } from '@/lib/procedures/options'
import type { ChoiceField, Column, Field, FieldOf, FieldType } from '@/lib/procedures/shape/field'

/** A choice has options of its own or a known list, and takes only values of it. */
export const soundChoices: LintRule = ({ procedure, codes }) =>
  placedFields(procedure).flatMap(({ field, place }) => {
    if (field.type !== 'select' && field.type !== 'multiselect') return []
    if ((field.options === undefined) === (field.list === undefined)) {
      return [fault('choice-source', place, 'a choice has either options or a list')]
    }
    if (field.list !== undefined && !codes.lists[field.list]) {
      return [fault('unknown-list', place, `there is no code list "${field.list}"`)]
    }
    return foreignValues(
      field,
      fieldOptions(field, codes).map(({ value }) => value),
    ).map((value) => fault('unknown-option', place, `"${value}" is not among the options`))
  })

function foreignValues(field: ChoiceField, offered: string[]): string[] {
  return (field.allowed ?? []).filter((value) => !offered.includes(value))
}

/** Limits that leave room: a pattern that compiles, least not above most, columns that exist. */
export const soundLimits: LintRule = ({ procedure }) =>
  placedFields(procedure).flatMap(({ field, place }) =>
    limitFaults(field).map((reason) => fault('sound-limits', place, reason)),
  )

function limitFaults(field: Field | Column): string[] {
  switch (field.type) {
    case 'text':
      return [...patternFaults(field.pattern), ...orderFaults(field.minLength, field.maxLength)]
    case 'longtext':
      return orderFaults(field.minLength, field.maxLength)
    case 'number':
      return numberFaults(field)
    case 'money':
      return orderFaults(field.min, field.max)
    case 'multiselect':
    case 'schedule':
      return orderFaults(field.minItems, field.maxItems)
    case 'table':
      return [
        ...orderFaults(field.minRows, field.maxRows),
        ...orderFaults(field.expectedRows, field.maxRows),
        ...identityFaults(field),
      ]
    default:
      return []
  }
}

function numberFaults({ min, max, expectedMin }: FieldOf<'number'>): string[] {
  const most = max === 'currentYear' ? undefined : max
  return [...orderFaults(min, most), ...orderFaults(expectedMin, most)]
}

function patternFaults(pattern: string | undefined): string[] {
  if (pattern === undefined) return []
  try {
    new RegExp(pattern, 'u')
    return []
  } catch {
    return ['the pattern is not a regular expression']
  }
}

function orderFaults(min: number | undefined, max: number | undefined): string[] {
  return min !== undefined && max !== undefined && min > max ? ['the least is above the most'] : []
}

function identityFaults({ uniqueBy = [], columns }: Extract<Field, { type: 'table' }>): string[] {
  return uniqueBy
    .filter((key) => !columns.some((column) => column.key === key))
    .map((key) => `rows are told apart by "${key}", which is no column`)
}

/** What a business register fills cannot be asked of everybody when individuals may apply. */
export const answerableByAll: LintRule = ({ procedure }) => {
  if (!procedure.applicants.some(({ type }) => type === 'individual')) return []
  return placedFields(procedure)
    .filter(({ field }) => field.prefillFrom?.startsWith('organisation.'))
    .filter(({ field }) => field.required === true && field.visibleWhen === undefined)
    .map(({ place }) =>
      fault('not-for-all', place, 'an individual has no answer, yet everybody must give one'),
    )
}

/** A first value has a name that exists, and is asked for as what it is. */
export const knownSources: LintRule = ({ procedure }) => [
  ...placedFields(procedure).flatMap(({ field, place }) =>
    sourceFaults(place, { name: field.prefillFrom, type: field.type }),
  ),
  ...procedure.derived.flatMap(({ key, knownAs }) =>
    sourceFaults(`derived.${key}`, { name: knownAs, type: 'select' }),
  ),
]

type Named = { name: string | undefined; type: FieldType }

function sourceFaults(place: string, { name, type }: Named): ProcedureIssue[] {
  if (name === undefined) return []
  const types = Object.hasOwn(KNOWN_VALUES, name) ? KNOWN_VALUES[name] : undefined
  if (!types) return [fault('unknown-source', place, `nothing is known as "${name}"`)]
  return types.includes(type) ? [] : [fault('other-type', place, `"${name}" is no ${type}`)]
}

/** National identifiers are marked, so that the store can seal them. */
export const sealedIdentifiers: LintRule = ({ procedure }) =>
  placedFields(procedure).flatMap(({ field, place }): ProcedureIssue[] => {
    const open = field.type === 'text' && field.format === 'personal-id' && !field.sensitive
    return open
      ? [fault('not-sealed', place, 'a personal identifier must be marked sensitive')]
      : []
  })
