import type { AnswerIssue, Answers } from '@/lib/procedures/answers'
import type { FormRules } from '@/lib/procedures/form-rules'
import type { Section } from '@/lib/procedures/shape/field'

/** What a section is judged by: the rules, the questions, the answers of other sections, and the words. */
export type Judge = {
  rules: FormRules
  section: Section
  before: Answers
  say: (issue: AnswerIssue) => string
}
