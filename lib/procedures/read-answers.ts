import type { AnswerIssue, Answers } from '@/lib/procedures/answers'
import { withDerived } from '@/lib/procedures/derive'
import type { FormRules } from '@/lib/procedures/form-rules'
import type { Procedure } from '@/lib/procedures/procedure'
import { readField } from '@/lib/procedures/read/read-field'
import type { Place, Reading } from '@/lib/procedures/read/reading'
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
  const place = placeOf(rules)
  // Columns may depend on answers that stand further down, so the whole is read twice.
  const first = answersOf(readFields(procedure, raw, place))
  const known = withDerived(procedure, first, facts)
  const readings = readFields(procedure, raw, { ...place, answers: known })
  const answers = answersOf(readings)
  const relevant = relevantAnswers(procedure, answers, facts)
  const visible = visibleSections(procedure, answers, facts).flatMap((section) => section.fields)
  const whole = { ...place, answers: withDerived(procedure, relevant, facts), complete: true }
  return {
    answers,
    relevant,
    issues: visible.flatMap(({ key }) => readings.get(key)?.issues ?? []),
    obstacles: visible.flatMap((field) => readOne(field, raw, whole).issues),
  }
}

/** The fields of all sections in their order. */
export function fieldsOf(procedure: Procedure): Field[] {
  return procedure.sections.flatMap((section) => section.fields)
}

function readFields(
  procedure: Procedure,
  raw: Record<string, unknown>,
  place: Place,
): Map<string, Reading> {
  return new Map(fieldsOf(procedure).map((field) => [field.key, readOne(field, raw, place)]))
}

function readOne(field: Field, raw: Record<string, unknown>, place: Place): Reading {
  const value = Object.hasOwn(raw, field.key) ? raw[field.key] : undefined
  return readField(field, value, { ...place, path: field.key })
}

function answersOf(readings: Map<string, Reading>): Answers {
  const answers: Answers = {}
  for (const [key, { value }] of readings) if (value !== undefined) answers[key] = value
  return answers
}

function placeOf({ codes, facts }: FormRules): Place {
  return { path: '', codes, facts, answers: {}, complete: false }
}
