import { fault, findField, type LintRule, type ProcedureIssue } from '@/lib/procedures/lint/issue'
import { nameExists } from '@/lib/procedures/lint/references'
import type { Procedure } from '@/lib/procedures/procedure'
import { PROVINCES } from '@/lib/procedures/provinces'
import { placeholders } from '@/lib/procedures/result-fields'
import { expandNumber } from '@/lib/procedures/result-number'

/** Every line of the result comes from an answer that everybody has given. */
export const filledResult: LintRule = ({ procedure }) =>
  procedure.result.fields.flatMap(({ key, source, optional }): ProcedureIssue[] => {
    const place = `result.fields.${key}`
    if (source.from === 'system' || source.from === 'authority') return []
    const template = source.from === 'composed' ? source.template : `{${source.field}}`
    const unknown = placeholders(template).filter((name) => !nameExists(procedure, name))
    const certain = placeholders(template.replace(/\[[^\]]*\]/g, ''))
    return [
      ...unknown.map((name) => fault('result-source', place, `there is no field "${name}"`)),
      ...certain
        .filter((name) => !optional && !unknown.includes(name) && !isCertain(procedure, name))
        .map((name) => fault('result-source', place, `"${name}" may be empty`)),
    ]
  })

function isCertain(procedure: Procedure, key: string): boolean {
  if (procedure.derived.some((derived) => derived.key === key)) return true
  const field = findField(procedure, key)
  const section = procedure.sections.find(({ fields }) => fields.some((one) => one.key === key))
  return field?.required === true && !field.visibleWhen && !section?.visibleWhen
}

/** The example and the number of every province fit the regular expression of the number. */
export const soundNumber: LintRule = ({ procedure }) => {
  const { format, example, regex } = procedure.result.number
  const place = 'result.number'
  const unknown = [...format.matchAll(/\{(\w+)(?::\d+)?\}/g)].filter(
    ([, name]) => name !== 'seq' && name !== 'licence_suffix' && name !== 'year',
  )
  if (unknown.length > 0)
    return [fault('number-pattern', place, `${unknown[0]?.[0]} means nothing`)]
  let expression: RegExp
  try {
    expression = new RegExp(regex, 'u')
  } catch {
    return [fault('number-pattern', place, 'the pattern is not a regular expression')]
  }
  const numbers = PROVINCES.map(({ licenceSuffix }) =>
    expandNumber(format, { seq: 123, licenceSuffix: licenceSuffix.value, year: 2026 }),
  )
  return [example, ...numbers]
    .filter((number) => !expression.test(number))
    .map((number) => fault('number-pattern', place, `${number} does not fit ${regex}`))
}
