import type { Written } from '@/lib/drafts/draft-content'
import { fieldOfPath } from '@/lib/procedures/answer-path'
import { findMissingIn, type Missing } from '@/lib/procedures/find-missing'
import type { FormRules } from '@/lib/procedures/form-rules'
import { visibleSections } from '@/lib/procedures/visible'

type Sender = { personId: string; attached: readonly string[] }

/**
 * What stands in the way of sending a draft: gaps, mistakes, and places where whoever sends it has not
 * chosen yet between their own text and another's. A colleague's open choice does not hold it up.
 */
export function missingInDraft(
  rules: FormRules,
  written: Pick<Written, 'answers' | 'unread' | 'undecided'>,
  { personId, attached }: Sender,
): Missing[] {
  const { answers, undecided } = written
  const own = undecided.filter((one) => one.personId === personId)
  const sections = own.length > 0 ? visibleSections(rules.procedure, answers, rules.facts) : []
  const open = sections.flatMap(({ key: section, fields }) =>
    own.flatMap(({ part }): Missing[] => {
      const field = fieldOfPath(part)
      if (!fields.some(({ key }) => key === field)) return []
      return [{ section, field, path: part, code: 'undecided', params: {} }]
    }),
  )
  return [...open, ...findMissingIn(rules, written, attached)]
}
