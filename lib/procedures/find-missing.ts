import { fieldOfPath } from '@/lib/procedures/answer-path'
import type { AnswerIssue, AnswerIssueCode, Answers } from '@/lib/procedures/answers'
import type { FormRules } from '@/lib/procedures/form-rules'
import { parseSection } from '@/lib/procedures/parse-form'
import { readAnswers } from '@/lib/procedures/read-answers'
import { missingPapers, requiredPapers } from '@/lib/procedures/required-papers'
import { type Content, standingEntries, standingIn } from '@/lib/procedures/section-content'
import { visibleSections } from '@/lib/procedures/visible'

/** One thing that stands in the way of sending, with the place where it is put right. */
export type Missing = {
  section: string
  field: string
  path: string
  code: AnswerIssueCode | 'paper-missing' | 'undecided'
  params: Record<string, string | number>
}

/** Answers and papers that are wrong or missing, in the order in which the form asks for them. */
export function findMissing(
  rules: FormRules,
  answers: Answers,
  attached: readonly string[],
): Missing[] {
  return findMissingIn(rules, { answers, unread: {} }, attached)
}

/** The same for a draft, where a text that could not be read is a mistake, also where nothing is required. */
export function findMissingIn(
  rules: FormRules,
  content: Content,
  attached: readonly string[],
): Missing[] {
  const { procedure, facts } = rules
  const { answers, unread } = content
  const obstacles = [
    ...readAnswers(rules, answers).obstacles.filter(({ path }) => !(fieldOfPath(path) in unread)),
    ...mistakesIn(rules, content),
  ]
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

/** What is wrong with the texts that could not be read. */
function mistakesIn(rules: FormRules, content: Content): AnswerIssue[] {
  const { answers: before, unread } = content
  const sections = rules.procedure.sections.filter(({ fields }) =>
    fields.some(({ key }) => key in unread),
  )
  return sections.flatMap(({ key: section, fields }) => {
    const entries = fields.flatMap((field) =>
      standingEntries(field, standingIn(content, field.key)),
    )
    const { obstacles } = parseSection(rules, section, { entries, before })
    return obstacles.filter(({ path }) => fieldOfPath(path) in unread)
  })
}
