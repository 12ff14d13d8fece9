import { fieldOfPath } from '@/lib/procedures/answer-path'
import type { AnswerIssue, AnswerIssueCode, Answers } from '@/lib/procedures/answers'
import type { FormRules } from '@/lib/procedures/form-rules'
import { readAnswers } from '@/lib/procedures/read-answers'
import { missingPapers, requiredPapers } from '@/lib/procedures/required-papers'
import { visibleSections } from '@/lib/procedures/visible'

/** One thing that stands in the way of sending, with the place where it is put right. */
export type Missing = {
  section: string
  field: string
  path: string
  code: AnswerIssueCode | 'paper-missing'
  params: Record<string, string | number>
}

/** Answers and papers that are wrong or missing, in the order in which the form asks for them. */
export function findMissing(
  rules: FormRules,
  answers: Answers,
  attached: readonly string[],
): Missing[] {
  const { procedure, facts } = rules
  const { obstacles } = readAnswers(rules, answers)
  const papers = missingPapers(requiredPapers(procedure, answers, facts), attached)
  const byField = Map.groupBy(obstacles, ({ path }) => fieldOfPath(path))
  return visibleSections(procedure, answers, facts).flatMap((section) =>
    section.fields.flatMap((field): Missing[] => {
      const place = { section: section.key, field: field.key }
      if (field.type !== 'paper') {
        return (byField.get(field.key) ?? []).map((issue: AnswerIssue) => ({ ...place, ...issue }))
      }
      if (!papers.includes(field.paper)) return []
      const params = { paper: field.paper }
      return [{ ...place, path: field.key, code: 'paper-missing', params }]
    }),
  )
}
