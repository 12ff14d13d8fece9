import { type FieldErrors, type Resolver, set } from 'react-hook-form'
import { dotPath, joinPath } from '@/components/form/paths'
import { type RawRecord, shownPath } from '@/components/form/raw-values'
import type { AnswerIssue, AnswerIssueCode, Answers } from '@/lib/procedures/answers'
import { answersSchema } from '@/lib/procedures/answers-schema'
import type { FormRules } from '@/lib/procedures/form-rules'
import type { Section } from '@/lib/procedures/shape/field'

export type Judge = {
  rules: FormRules
  section: Section
  before: Answers
  say: (issue: AnswerIssue) => string
}

/** What is wrong with the boxes by the definition, places as the screen counts them. */
export function findProblems(
  { rules, section, before }: Judge,
  values: RawRecord,
  complete: boolean,
): AnswerIssue[] {
  const schema = answersSchema(rules, complete ? 'submit' : 'section')
  const judged = schema.safeParse({ ...before, ...values })
  if (judged.success) return []
  const keys = new Set(section.fields.map(({ key }) => key))
  return judged.error.issues.flatMap((issue): AnswerIssue[] => {
    const path = issue.path.filter((part) => typeof part !== 'symbol')
    if (issue.code !== 'custom' || !keys.has(String(path[0]))) return []
    const params = (issue.params ?? {}) as AnswerIssue['params']
    // The schema of the definition gives no other messages than these codes.
    const code = issue.message as AnswerIssueCode
    return [{ path: joinPath(shownPath(values, path)), code, params }]
  })
}

/**
 * react-hook-form's way to the one schema: wrong values while the person writes; what is missing,
 * too, once the section was to be left.
 */
export function sectionResolver(judge: Judge, isComplete: () => boolean): Resolver<RawRecord> {
  return (values) => {
    const problems = findProblems(judge, values, isComplete())
    if (problems.length === 0) return { values, errors: {} }
    return { values: {}, errors: nestErrors(problems, judge) }
  }
}

/** Problems as the form keeps them. */
export function nestErrors(
  problems: readonly AnswerIssue[],
  { section, say }: Pick<Judge, 'section' | 'say'>,
): FieldErrors<RawRecord> {
  const errors: FieldErrors<RawRecord> = {}
  // The last one set would win: the first problem of a place is the one to be told.
  for (const problem of [...problems].reverse()) {
    const { type, message } = { type: problem.code, message: say(problem) }
    set(errors, errorName(section, problem.path), { type, message })
  }
  return errors
}

/** Under which name the form keeps a problem; that of a whole list stands beside those of its rows. */
export function errorName(section: Section, path: string): string {
  const field = section.fields.find(({ key }) => key === path)
  const isList = field?.type === 'table' || field?.type === 'schedule'
  return isList ? `${path}.root` : dotPath(path)
}
