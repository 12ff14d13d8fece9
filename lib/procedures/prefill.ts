import type { Answers, AnswerValue } from '@/lib/procedures/answers'
import { withDerived } from '@/lib/procedures/derive'
import type { FormRules } from '@/lib/procedures/form-rules'
import { isOfLicence, isOfMatter } from '@/lib/procedures/known-values'
import type { Procedure } from '@/lib/procedures/procedure'
import { fieldsOf, readAnswers } from '@/lib/procedures/read-answers'
import type { Field } from '@/lib/procedures/shape/field'

/** What is known in one case, by the names of `known-values`. */
export type PrefillSources = Readonly<Record<string, AnswerValue>>

/**
 * First answers of a new draft, and the name under which each was known, so that the form can say where it
 * came from. What is known of who files goes before what was `given` to the preparation by somebody whom
 * nobody knew yet.
 */
export function prefillAnswers(
  rules: FormRules,
  sources: PrefillSources,
  given: Answers = {},
): { answers: Answers; origins: Record<string, string> } {
  const offered = offersOf(rules.procedure, sources)
  const raw = Object.fromEntries(offered.map(({ key, value }) => [key, value]))
  // What a question asks that another answer still hides is kept for when it shows.
  const { answers } = readAnswers(rules, { ...given, ...raw })
  const origins = offered
    .filter(({ key }) => Object.hasOwn(answers, key))
    .map(({ key, source }): [string, string] => [key, source])
  return { answers, origins: Object.fromEntries(origins) }
}

/** What a filed dossier knows, under the names by which any procedure may ask for it. */
export function knownInDossier({ procedure, facts }: FormRules, answers: Answers): PrefillSources {
  const all = withDerived(procedure, answers, facts)
  const named = [
    ...procedure.derived.map(({ key, knownAs }) => ({ key, name: knownAs })),
    ...fieldsOf(procedure).map(({ key, prefillFrom }) => ({ key, name: prefillFrom })),
  ]
  const known = named.flatMap(({ key, name }): [string, AnswerValue][] => {
    const value = all[key]
    return name === undefined || value === undefined ? [] : [[name, value]]
  })
  return Object.fromEntries(known)
}

/**
 * The names of what two procedures both ask of the same matter: the facility, the person, the product. That
 * both name a licence does not make it the same kind of licence.
 */
export function sharedOfMatter(one: Procedure, other: Procedure): string[] {
  const asked = new Set(fieldsOf(other).flatMap(({ prefillFrom }) => prefillFrom ?? []))
  const shared = fieldsOf(one).flatMap(({ prefillFrom }) => prefillFrom ?? [])
  return [...new Set(shared)].filter(
    (name) => asked.has(name) && isOfMatter(name) && !isOfLicence(name),
  )
}

function offersOf(procedure: Procedure, sources: PrefillSources) {
  return fieldsOf(procedure).flatMap((field) => {
    const { key, prefillFrom } = field
    if (prefillFrom === undefined || !Object.hasOwn(sources, prefillFrom)) return []
    const value = sources[prefillFrom]
    return value === undefined ? [] : [{ key, source: prefillFrom, value: fitting(field, value) }]
  })
}

/** One choice is a list of one where several may be chosen. */
function fitting(field: Field, value: AnswerValue): AnswerValue {
  return field.type === 'multiselect' && typeof value === 'string' ? [value] : value
}
