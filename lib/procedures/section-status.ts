import type { Answers } from '@/lib/procedures/answers'
import { findMissingIn } from '@/lib/procedures/find-missing'
import type { FormRules } from '@/lib/procedures/form-rules'
import { requiredPapers } from '@/lib/procedures/required-papers'
import type { Content } from '@/lib/procedures/section-content'
import type { Section } from '@/lib/procedures/shape/field'
import { visibleSections } from '@/lib/procedures/visible'

export type SectionStatus = 'not-started' | 'in-progress' | 'done'

/** A draft as far as the task list is concerned. */
export type DraftState = {
  answers: Answers
  /** Text that could not be read. */
  unread?: Content['unread']
  /** Keys of papers that have a file. */
  attached: readonly string[]
  /** Sections that were saved once; an optional one is done when it was looked at. */
  visited: readonly string[]
}

/** The status of every visible section, in order. */
export function sectionStatuses(
  rules: FormRules,
  draft: DraftState,
): { section: Section; status: SectionStatus; missing: number }[] {
  const { answers, unread = {} } = draft
  const missing = findMissingIn(rules, { answers, unread }, draft.attached)
  return visibleSections(rules.procedure, answers, rules.facts).map((section) => {
    const open = missing.filter((item) => item.section === section.key).length
    const begun = draft.visited.includes(section.key) || hasContent(section, draft)
    if (!begun && !asksForNothing(rules, section, draft)) {
      return { section, status: 'not-started', missing: open }
    }
    return { section, status: open === 0 ? 'done' : 'in-progress', missing: open }
  })
}

function hasContent(section: Section, { answers, unread = {}, attached }: DraftState): boolean {
  return section.fields.some((field) =>
    field.type === 'paper'
      ? attached.includes(field.paper)
      : answers[field.key] !== undefined || unread[field.key] !== undefined,
  )
}

/** A section of papers only, none of which concerns this dossier. */
function asksForNothing(rules: FormRules, section: Section, draft: DraftState): boolean {
  const asked = new Set(
    requiredPapers(rules.procedure, draft.answers, rules.facts)
      .filter(({ demand }) => demand === 'required' || demand === 'optional')
      .map(({ paper }) => paper.key),
  )
  return section.fields.every((field) => field.type === 'paper' && !asked.has(field.paper))
}
