import type { Answers } from '@/lib/procedures/answers'
import type { CodeLists } from '@/lib/procedures/form-rules'
import { fault, findField, type LintRule, type ProcedureIssue } from '@/lib/procedures/lint/issue'
import { nameExists } from '@/lib/procedures/lint/references'
import { fieldOptions } from '@/lib/procedures/options'
import type { Procedure } from '@/lib/procedures/procedure'
import { PROVINCES } from '@/lib/procedures/provinces'
import { placeholders } from '@/lib/procedures/result-fields'
import { answersInNumber, expandNumber } from '@/lib/procedures/result-number'

/** Every line of the result comes from an answer that everybody has given. */
export const filledResult: LintRule = ({ procedure }) =>
  procedure.result.fields.flatMap(({ key, source, optional }): ProcedureIssue[] => {
    const place = `result.fields.${key}`
    if (source.from === 'system' || source.from === 'authority') return []
    const [named, certain] =
      source.from === 'answer'
        ? [[source.field], [source.field]]
        : [placeholders(source.template), placeholders(source.template.replace(/\[[^\]]*\]/g, ''))]
    const unknown = named.filter((name) => !nameExists(procedure, name))
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

const TOKEN = /^\{(seq(:\d+)?|licence_suffix|year|yy|mm|answer:[a-z0-9_]+)\}$/

/** The example and the number of every province and every answer fit the regular expression. */
export const soundNumber: LintRule = ({ procedure, codes }) => {
  const { format, example, regex } = procedure.result.number
  const unknown = (format.match(/\{[^}]*\}/g) ?? []).filter((token) => !TOKEN.test(token))
  if (unknown.length > 0) return [numberFault(`${unknown[0]} means nothing`)]
  const open = answersInNumber(format).find((key) => !chosenByAll(procedure, key))
  if (open) return [numberFault(`"${open}" is no choice that everybody makes`)]
  let expression: RegExp
  try {
    expression = new RegExp(regex, 'u')
  } catch {
    return [numberFault('the pattern is not a regular expression')]
  }
  const numbers = [example, ...numbersOfAll(procedure, codes)]
  const unfit = numbers.find((number) => !expression.test(number))
  return unfit === undefined ? [] : [numberFault(`${unfit} does not fit ${regex}`)]
}

function numberFault(reason: string): ProcedureIssue {
  return fault('number-pattern', 'result.number', reason)
}

function chosenByAll(procedure: Procedure, key: string): boolean {
  return findField(procedure, key)?.type === 'select' && isCertain(procedure, key)
}

/** One number of each authority that may issue, for each answer that stands in the number. */
function numbersOfAll(procedure: Procedure, codes: CodeLists): string[] {
  const { format } = procedure.result.number
  const suffixes = new Set(PROVINCES.map(({ licenceSuffix }) => licenceSuffix.value))
  const choices = answersInNumber(format).map((key) => {
    const field = findField(procedure, key)
    const options = field?.type === 'select' ? fieldOptions(field, codes) : []
    return options.map(({ value }) => ({ [key]: value }))
  })
  const answers = choices.reduce<Answers[]>(
    (all, some) => all.flatMap((one) => some.map((choice) => ({ ...one, ...choice }))),
    [{}],
  )
  return answers.flatMap((some) =>
    [...suffixes].map((licenceSuffix) =>
      expandNumber(format, { seq: 123, licenceSuffix, issuedOn: '2026-07-01', answers: some }),
    ),
  )
}
