import type { Answers } from '@/lib/procedures/answers'
import type { CodeLists } from '@/lib/procedures/form-rules'
import { fault, findField, type LintRule, type ProcedureIssue } from '@/lib/procedures/lint/issue'
import { nameExists } from '@/lib/procedures/lint/references'
import { fieldOptions } from '@/lib/procedures/options'
import type { Procedure } from '@/lib/procedures/procedure'
import { PROVINCES } from '@/lib/procedures/provinces'
import { placeholders } from '@/lib/procedures/result-fields'
import { answersInNumber, expandNumber } from '@/lib/procedures/result-number'
import type { NumberPattern } from '@/lib/procedures/shape/result'

/** Every line of the result and of what comes with it is from an answer that everybody has given. */
export const filledResult: LintRule = ({ procedure }) =>
  printedBy(procedure).flatMap(({ place, fields }) =>
    fields.flatMap((field) => sourceFaults(procedure, `${place}.fields.${field.key}`, field)),
  )

/** The result, and the document that is decided with it. */
function printedBy({ result }: Procedure) {
  const { companion } = result
  return [
    { place: 'result', ...result },
    ...(companion ? [{ place: 'result.companion', ...companion }] : []),
  ]
}

function sourceFaults(
  procedure: Procedure,
  place: string,
  { source, optional }: Procedure['result']['fields'][number],
): ProcedureIssue[] {
  if (source.from === 'companion') return companionFaults(procedure, place, optional)
  if (source.from !== 'answer' && source.from !== 'composed') return []
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
}

function companionFaults(
  { result: { companion } }: Procedure,
  place: string,
  optional: boolean,
): ProcedureIssue[] {
  if (!companion) return [fault('result-source', place, 'there is no companion')]
  const may = companion.when && !optional
  return may ? [fault('result-source', place, 'the companion may not come')] : []
}

function isCertain(procedure: Procedure, key: string): boolean {
  if (procedure.derived.some((derived) => derived.key === key)) return true
  const field = findField(procedure, key)
  const section = procedure.sections.find(({ fields }) => fields.some((one) => one.key === key))
  return field?.required === true && !field.visibleWhen && !section?.visibleWhen
}

const TOKEN = /^\{(seq(:\d+)?|licence_suffix|year|yy|mm|answer:[a-z0-9_]+)\}$/

/** The example and the number of every province and every answer fit the regular expression. */
export const soundNumber: LintRule = ({ procedure, codes }) =>
  printedBy(procedure).flatMap(({ place, number }) => {
    const reason = numberFault(procedure, number, codes)
    return reason === undefined ? [] : [fault('number-pattern', `${place}.number`, reason)]
  })

function numberFault(
  procedure: Procedure,
  { format, example, regex }: NumberPattern,
  codes: CodeLists,
): string | undefined {
  const unknown = (format.match(/\{[^}]*\}/g) ?? []).find((token) => !TOKEN.test(token))
  if (unknown) return `${unknown} means nothing`
  const open = answersInNumber(format).find((key) => !chosenByAll(procedure, key))
  if (open) return `"${open}" is no choice that everybody makes`
  let expression: RegExp
  try {
    expression = new RegExp(regex, 'u')
  } catch {
    return 'the pattern is not a regular expression'
  }
  const numbers = [example, ...numbersOfAll(procedure, format, codes)]
  const unfit = numbers.find((number) => !expression.test(number))
  return unfit === undefined ? undefined : `${unfit} does not fit ${regex}`
}

function chosenByAll(procedure: Procedure, key: string): boolean {
  return findField(procedure, key)?.type === 'select' && isCertain(procedure, key)
}

/** One number of each authority that may issue, for each answer that stands in the number. */
function numbersOfAll(procedure: Procedure, format: string, codes: CodeLists): string[] {
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
