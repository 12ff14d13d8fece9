import type { Answers, AnswerValue } from '@/lib/procedures/answers'
import type { FormRules } from '@/lib/procedures/form-rules'
import type { Procedure } from '@/lib/procedures/procedure'
import { fieldsOf, readAnswers } from '@/lib/procedures/read-answers'

/** The names that definitions use for values that may be known before anything is asked. */
export const PREFILL_SOURCES = [
  'eid.person',
  'eid.full_name',
  'eid.date_of_birth',
  'eid.gender',
  'eid.id_number',
  'eid.address',
  'account.phone',
  'account.email',
  'account.legal_form',
  'organisation.name',
  'organisation.tax_code',
  'organisation.registration_number',
  'organisation.registration_date',
  'organisation.registration_issuer',
  'organisation.head_office',
  'organisation.legal_representative',
] as const

/** What is known in one case. */
export type PrefillSources = Readonly<Record<string, AnswerValue>>

/**
 * First answers of a new draft, and where each came from, so that the form can say so. What the sign-in
 * knows goes before what was `given` to the preparation by somebody whom nobody knew yet.
 */
export function prefillAnswers(
  rules: FormRules,
  sources: PrefillSources,
  given: Answers = {},
): { answers: Answers; origins: Record<string, string> } {
  const offered = offersOf(rules.procedure, sources)
  const raw = Object.fromEntries(offered.map(({ key, value }) => [key, value]))
  const { relevant } = readAnswers(rules, { ...given, ...raw })
  const origins = offered
    .filter(({ key }) => Object.hasOwn(relevant, key))
    .map(({ key, source }): [string, string] => [key, source])
  return { answers: relevant, origins: Object.fromEntries(origins) }
}

function offersOf(procedure: Procedure, sources: PrefillSources) {
  return fieldsOf(procedure).flatMap(({ key, prefillFrom }) => {
    if (prefillFrom === undefined || !Object.hasOwn(sources, prefillFrom)) return []
    return [{ key, source: prefillFrom, value: sources[prefillFrom] }]
  })
}
