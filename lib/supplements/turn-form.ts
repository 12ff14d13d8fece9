import { splitPath } from '@/lib/procedures/answer-path'
import type { Answers } from '@/lib/procedures/answers'
import { findMissing, type Missing } from '@/lib/procedures/find-missing'
import type { FormRules } from '@/lib/procedures/form-rules'
import {
  type FormEntries,
  mergeSection,
  type ParsedSection,
  parseSection,
} from '@/lib/procedures/parse-form'
import type { Procedure } from '@/lib/procedures/procedure'
import type { Field, Section } from '@/lib/procedures/shape/field'
import { relevantAnswers, visibleSections } from '@/lib/procedures/visible'
import type { SupplementItem } from '@/lib/supplements/items'

/** The one section of the form that answers a request to supplement. */
export const TURN_SECTION = 'supplement'

type Item = Pick<SupplementItem, 'kind' | 'key'>

/** What is declared on file, and what is being written in answer to the request. */
export type Turn = { rules: FormRules; items: readonly Item[]; base: Answers; draft: Answers }

/** The answers as they would be once the answer is sent. */
export function answersNow({ base, draft }: Pick<Turn, 'base' | 'draft'>): Answers {
  return { ...base, ...draft }
}

/** The same without what the answer hides: as it goes on file. */
export function answersToFile(turn: Turn): Answers {
  return relevantAnswers(turn.rules.procedure, answersNow(turn), turn.rules.facts)
}

/**
 * The questions that are open: those of the items, and those which an answer to them brings up. All others
 * are closed: a request to supplement is not a licence to file something else.
 */
export function openKeys(turn: Turn): Set<string> {
  const { rules, items, base } = turn
  const fields = rules.procedure.sections.flatMap((section) => section.fields)
  const asked = fields.filter((field) => items.some((item) => asksFor(item, field)))
  const before = shownKeys(rules, base)
  const brought = shownKeys(rules, answersNow(turn)).filter((key) => !before.includes(key))
  return new Set([...asked.map(({ key }) => key), ...brought])
}

/**
 * The procedure as the form of the answer shows it: one section with what is open, and the rest behind it,
 * since conditions look at it.
 */
export function turnRules(turn: Turn): FormRules {
  const open = openKeys(turn)
  const { procedure } = turn.rules
  const isOpen = ({ key }: Field) => open.has(key)
  const fields = procedure.sections.flatMap((section) => section.fields.filter(isOpen))
  const first: Section = { key: TURN_SECTION, title: procedure.shortName, fields }
  const rest = procedure.sections.flatMap((section): Section[] => {
    const others = section.fields.filter((field) => !isOpen(field))
    return others.length > 0 ? [{ ...section, fields: others }] : []
  })
  const restricted: Procedure = { ...procedure, sections: [first, ...rest] }
  return { ...turn.rules, procedure: restricted }
}

/** Names in a sent form that stand for a question which is not open. */
export function closedNames(turn: Turn, entries: FormEntries): string[] {
  const open = openKeys(turn)
  const keys = entries.map(([name]) => String(splitPath(name)[0]))
  return [...new Set(keys.filter((key) => !open.has(key)))]
}

/** What was typed, read by the rules of the procedure; the draft afterwards holds open answers alone. */
export function writeTurn(
  turn: Turn,
  entries: FormEntries,
): { parsed: ParsedSection; draft: Answers } {
  const rules = turnRules(turn)
  const before = answersNow(turn)
  const parsed = parseSection(rules, TURN_SECTION, { entries, before })
  const after = mergeSection(rules, before, { section: TURN_SECTION, answers: parsed.answers })
  const open = openKeys(turn)
  const draft = Object.fromEntries(Object.entries(after).filter(([key]) => open.has(key)))
  return { parsed, draft }
}

/**
 * What still keeps the answer from being sent: mistakes and gaps in what is open, by the same rules as when
 * the dossier was filed, and every paper that was asked for and has no new file.
 */
export function missingInTurn(
  turn: Turn,
  brought: readonly string[],
  filed: readonly string[],
): Missing[] {
  const open = openKeys(turn)
  const papers = turn.rules.procedure.sections
    .flatMap((section) => section.fields)
    .filter((field) => field.type === 'paper')
  const asked = papers.filter(({ paper }) =>
    turn.items.some(({ kind, key }) => kind === 'paper' && key === paper),
  )
  const gaps = findMissing(turn.rules, answersNow(turn), [...brought, ...filed])
    .filter(({ field }) => open.has(field))
    .filter(({ field }) => !asked.some(({ key }) => key === field))
  const unanswered = asked.filter(({ paper }) => !brought.includes(paper))
  return [
    ...unanswered.map(
      ({ key, paper }): Missing => ({
        section: TURN_SECTION,
        field: key,
        path: key,
        code: 'paper-missing',
        params: { paper },
      }),
    ),
    ...gaps.map((gap) => ({ ...gap, section: TURN_SECTION })),
  ]
}

function asksFor({ kind, key }: Item, field: Field): boolean {
  return kind === 'paper' ? field.type === 'paper' && field.paper === key : field.key === key
}

function shownKeys({ procedure, facts }: FormRules, answers: Answers): string[] {
  return visibleSections(procedure, answers, facts)
    .flatMap((section) => section.fields)
    .filter(({ type }) => type !== 'notice')
    .map(({ key }) => key)
}
