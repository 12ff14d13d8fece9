import type { AnswerIssue, Answers } from '@/lib/procedures/answers'
import { withDerived } from '@/lib/procedures/derive'
import type { FormRules } from '@/lib/procedures/form-rules'
import type { Procedure } from '@/lib/procedures/procedure'
import { readField } from '@/lib/procedures/read/read-field'
import type { Place } from '@/lib/procedures/read/reading'
import type { Field } from '@/lib/procedures/shape/field'
import { relevantAnswers, visibleSections } from '@/lib/procedures/visible'

export type ReadAnswers = {
  /** All answers in proper form, those of hidden questions too. */
  answers: Answers
  /** Only the answers that count; what is sent with the dossier. */
  relevant: Answers
  /** What is wrong with visible values that were given. */
  issues: AnswerIssue[]
  /** What stands in the way of sending: the issues, and what is missing. */
  obstacles: AnswerIssue[]
}

/** Reads every answer by the definition; names that it does not know are left out. */
export function readAnswers(rules: FormRules, raw: Record<string, unknown>): ReadAnswers {
  const { procedure, facts } = rules
  // Columns may depend on answers that stand further down, so the whole is read twice.
  const first = properAnswers(rules, raw, {})
  const answers = properAnswers(rules, raw, withDerived(procedure, first, facts))
  const relevant = relevantAnswers(procedure, answers, facts)
  const visible = visibleSections(procedure, answers, facts).flatMap((section) => section.fields)
  const place = placeOf(rules, withDerived(procedure, relevant, facts))
  const issuesWith = (complete: boolean): AnswerIssue[] =>
    visible.flatMap((field) => issuesOf(field, raw, { ...place, complete }))
  return { answers, relevant, issues: issuesWith(false), obstacles: issuesWith(true) }
}

/** The fields of all sections in their order. */
export function fieldsOf(procedure: Procedure): Field[] {
  return procedure.sections.flatMap((section) => section.fields)
}

function properAnswers(rules: FormRules, raw: Record<string, unknown>, known: Answers): Answers {
  const place = placeOf(rules, known)
  const answers: Answers = {}
  for (const field of fieldsOf(rules.procedure)) {
    const { value } = readField(field, own(raw, field.key), { ...place, path: field.key })
    if (value !== undefined) answers[field.key] = value
  }
  return answers
}

function issuesOf(field: Field, raw: Record<string, unknown>, place: Place): AnswerIssue[] {
  return readField(field, own(raw, field.key), { ...place, path: field.key }).issues
}

function own(raw: Record<string, unknown>, key: string): unknown {
  return Object.hasOwn(raw, key) ? raw[key] : undefined
}

function placeOf({ codes, facts }: FormRules, answers: Answers): Place {
  return { path: '', codes, facts, answers, complete: false }
}
