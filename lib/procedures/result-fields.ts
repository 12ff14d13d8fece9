import type { Answers } from '@/lib/procedures/answers'
import { holds } from '@/lib/procedures/conditions'
import { withDerived } from '@/lib/procedures/derive'
import { describeAnswer } from '@/lib/procedures/describe'
import type { FormRules } from '@/lib/procedures/form-rules'
import { optionLabel } from '@/lib/procedures/options'
import { fieldsOf } from '@/lib/procedures/read-answers'
import type { CompanionRules, ResultRules, ResultSource } from '@/lib/procedures/shape/result'
import type { LocalText } from '@/lib/procedures/shape/text'
import { relevantAnswers } from '@/lib/procedures/visible'

export type ResultFieldValue = {
  key: string
  label: LocalText
  /** Null until the system or the agency fills it, or when an optional line has nothing to say. */
  text: string | null
  filledBy: 'answers' | 'system' | 'authority'
  source: ResultSource
}

/**
 * The lines of the licence. What the applicant declared is described in Vietnamese, the language
 * of the document; number, dates and signer are left for issue.
 */
export function resultFields(rules: FormRules, answers: Answers): ResultFieldValue[] {
  return linesOf(rules, answers, rules.procedure.result.fields)
}

/** The second document that comes with the result for these answers. */
export function dueCompanion(rules: FormRules, answers: Answers): CompanionRules | undefined {
  const { companion } = rules.procedure.result
  if (!companion?.when || holds(companion.when, knownOf(rules, answers), rules.facts))
    return companion
  return undefined
}

/** The lines of the second document; the same key says the same thing as in the result. */
export function companionFields(
  rules: FormRules,
  answers: Answers,
  { fields }: CompanionRules,
): ResultFieldValue[] {
  return linesOf(rules, answers, fields)
}

function knownOf({ procedure, facts }: FormRules, answers: Answers): Answers {
  return withDerived(procedure, relevantAnswers(procedure, answers, facts), facts)
}

function linesOf(
  rules: FormRules,
  answers: Answers,
  fields: ResultRules['fields'],
): ResultFieldValue[] {
  const known = knownOf(rules, answers)
  return fields
    .map(({ key, label, source, optional }) => {
      const filledBy = filler(source)
      const text = filledBy === 'answers' ? textOf(rules, known, source) : null
      return { key, label, text: text === '' ? null : text, filledBy, source, optional }
    })
    .filter((field) => !(field.optional && field.filledBy === 'answers' && field.text === null))
    .map(({ optional: _, ...field }) => field)
}

function filler(source: ResultSource): ResultFieldValue['filledBy'] {
  return source.from === 'system' || source.from === 'authority' ? source.from : 'answers'
}

function textOf(rules: FormRules, known: Answers, source: ResultSource): string {
  if (source.from === 'answer') return described(rules, known, source.field)
  if (source.from === 'composed') return composed(rules, known, source.template)
  if (source.from === 'companion') return dueCompanion(rules, known)?.type.vi ?? ''
  return ''
}

/** `{a} và [{b}]`: a part in brackets falls away when a field within it is empty. */
function composed(rules: FormRules, known: Answers, template: string): string {
  return template
    .replace(/\[([^\]]*)\]/g, (_, part: string) => {
      const empty = placeholders(part).some((field) => described(rules, known, field) === '')
      return empty ? '' : part
    })
    .replace(/\{([a-z0-9_]+)\}/g, (_, field: string) => described(rules, known, field))
    .trim()
}

/** The fields that a template names. */
export function placeholders(template: string): string[] {
  return [...template.matchAll(/\{([a-z0-9_]+)\}/g)].map(([, field]) => field ?? '')
}

function described({ procedure, codes }: FormRules, known: Answers, key: string): string {
  const value = known[key]
  const field = fieldsOf(procedure).find((candidate) => candidate.key === key)
  if (field) return describeAnswer(field, value, { codes, locale: 'vi' }).text
  const derived = procedure.derived.find((candidate) => candidate.key === key)
  if (!derived || typeof value !== 'string') return ''
  return optionLabel({ list: derived.list }, value, codes)?.vi ?? value
}
