import { fault, findField, type LintRule, placedFields } from '@/lib/procedures/lint/issue'
import { namesOf } from '@/lib/procedures/lint/rule-names'
import type { Procedure } from '@/lib/procedures/procedure'

/** No key twice among things of one kind; a field, a column or a derived value has one name. */
export const uniqueKeys: LintRule = ({ procedure }) => {
  const fields = procedure.sections.flatMap((section) => section.fields)
  const groups: [string, { key: string }[]][] = [
    ['sections', procedure.sections],
    ['sections.fields', [...fields, ...procedure.derived]],
    ['papers', procedure.papers],
    ['clocks', procedure.clocks],
    ['steps', procedure.steps],
    ['clauses', procedure.clauses],
    ['reasons', procedure.reasons],
    ['checklist', procedure.checklist],
    ['rules', procedure.rules],
    ['money.fees', procedure.money.fees],
    ['result.fields', procedure.result.fields],
    ['result.companion.fields', procedure.result.companion?.fields ?? []],
    ...fields.flatMap((field): [string, { key: string }[]][] =>
      field.type === 'table' ? [[`${field.key}.columns`, field.columns]] : [],
    ),
  ]
  return groups.flatMap(([place, items]) =>
    repeated(items.map(({ key }) => key)).map((key) =>
      fault('unique-key', `${place}.${key}`, `the key "${key}" stands here twice`),
    ),
  )
}

/** Every clause that something rests on is in the library of clauses. */
export const knownClauses: LintRule = ({ procedure }) => {
  const known = new Set(procedure.clauses.map(({ key }) => key))
  return basisOf(procedure).flatMap(({ place, basis }) =>
    basis && !known.has(basis)
      ? [fault('unknown-clause', place, `there is no clause "${basis}"`)]
      : [],
  )
}

type Based = { place: string; basis: string | null | undefined }

function basisOf(procedure: Procedure): Based[] {
  const based = (
    place: string,
    items: { key: string; basis?: string | null | undefined }[],
  ): Based[] => items.map(({ key, basis }) => ({ place: `${place}.${key}.basis`, basis }))
  return [
    ...based('papers', procedure.papers),
    ...based('clocks', procedure.clocks),
    ...based('rules', procedure.rules),
    ...based('reasons', procedure.reasons),
    ...based('checklist', procedure.checklist),
    ...based('money.exemptions', procedure.money.exemptions),
    ...placedFields(procedure).map(({ field, place }) => ({
      place: `${place}.basis`,
      basis: field.basis,
    })),
    ...procedure.conditions.map(({ basis }, i) => ({ place: `conditions.${i}.basis`, basis })),
    { place: 'money.onStop.keptBy', basis: procedure.money.onStop?.keptBy },
    { place: 'money.onStop.refundedBy', basis: procedure.money.onStop?.refundedBy },
    { place: 'silenceIsConsent', basis: procedure.silenceIsConsent },
    { place: 'supplement.basis', basis: procedure.supplement.basis },
    { place: 'filingElsewhere.basis', basis: procedure.filingElsewhere?.basis },
    { place: 'serviceLevel.partialReason', basis: procedure.serviceLevel.partialReason?.basis },
  ]
}

/** What cross rules, checklist and authority name exists: fields, tables, columns, papers. */
export const knownNames: LintRule = ({ procedure }) => [
  ...procedure.rules.flatMap((rule) =>
    namesOf(rule)
      .filter((name) => !nameExists(procedure, name))
      .map((name) => fault('unknown-name', `rules.${rule.key}`, `there is no field "${name}"`)),
  ),
  ...procedure.checklist.flatMap(({ key, fields, papers }) => [
    ...fields
      .filter((name) => !nameExists(procedure, name))
      .map((name) => fault('unknown-name', `checklist.${key}`, `there is no field "${name}"`)),
    ...papers
      .filter((name) => !procedure.papers.some((paper) => paper.key === name))
      .map((name) => fault('unknown-name', `checklist.${key}`, `there is no paper "${name}"`)),
  ]),
  ...agencyFieldFaults(procedure),
]

function agencyFieldFaults({ authority, sections }: Procedure) {
  if (!authority.agencyKey.includes('{province}')) return []
  const fields = sections.flatMap((section) => section.fields)
  const found = fields.find((field) => field.key === authority.agencyField)
  if (found?.type === 'address') return []
  const name = authority.agencyField ?? 'nothing'
  return [fault('agency-field', 'authority.agencyField', `${name} is not an address field`)]
}

/** A field, a derived value, or `table.column`, `address.part`. */
export function nameExists(procedure: Procedure, name: string): boolean {
  const [key = '', part] = name.split('.')
  if (procedure.derived.some((derived) => derived.key === key)) return part === undefined
  const field = findField(procedure, key)
  if (!field || part === undefined) return field !== undefined
  if (field.type === 'table') return field.columns.some((column) => column.key === part)
  if (field.type === 'address') return ['province', 'commune', 'street'].includes(part)
  return 'parts' in field && field.parts.some((known) => known === part)
}

function repeated(keys: string[]): string[] {
  return [...new Set(keys.filter((key, i) => keys.indexOf(key) !== i))]
}
