import type { Judge } from '@/components/form/judge'
import { joinPath } from '@/components/form/paths'
import { type RawRecord, shownPath } from '@/components/form/raw-values'
import type { AnswerIssue, AnswerIssueCode } from '@/lib/procedures/answers'
import { answersSchema } from '@/lib/procedures/answers-schema'

/** What is wrong with the boxes by the one schema of the definition, places as the screen counts them. */
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
