import type { Answers } from '@/lib/procedures/answers'
import type { FormRules } from '@/lib/procedures/form-rules'
import type { Procedure } from '@/lib/procedures/procedure'
import { requiredPapers } from '@/lib/procedures/required-papers'
import type { Field } from '@/lib/procedures/shape/field'
import type { LocalText } from '@/lib/procedures/shape/text'
import { visibleSections } from '@/lib/procedures/visible'
import { accept, type Result, refuse } from '@/lib/shared/result'

/** One thing to be completed, as an officer writes it down. */
export type SupplementItem = {
  kind: 'field' | 'paper'
  key: string
  reasonKey: string
  clauseKey: string | null
  explanation: string
  /** What a good one looks like. */
  goodExample: string
}

export type ItemsRefusal = {
  code:
    | 'supplement-no-items'
    | 'supplement-unknown-item'
    | 'supplement-same-item'
    | 'supplement-unknown-reason'
    | 'supplement-unknown-clause'
}

export type Askable = { kind: SupplementItem['kind']; key: string; name: LocalText }

/** What may be asked for of a dossier: the questions its owner had to answer, and the papers to be brought. */
export function askables(rules: FormRules, answers: Answers): Askable[] {
  const { procedure, facts } = rules
  const fields = visibleSections(procedure, answers, facts)
    .flatMap((section) => section.fields)
    .filter(isQuestion)
    .map(({ key, label }): Askable => ({ kind: 'field', key, name: label }))
  const papers = requiredPapers(procedure, answers, facts)
    .filter(({ paper, demand }) => paper.source === 'upload' && demand !== 'waived')
    .map(({ paper: { key, name } }): Askable => ({ kind: 'paper', key, name }))
  return [...papers, ...fields]
}

/** The name of an item, whether its question still shows or not. */
export function itemName(
  procedure: Procedure,
  { kind, key }: Pick<SupplementItem, 'kind' | 'key'>,
): LocalText {
  const fields = procedure.sections.flatMap((section) => section.fields)
  const name =
    kind === 'paper'
      ? procedure.papers.find((paper) => paper.key === key)?.name
      : fields.find((field) => field.key === key)?.label
  return name ?? { vi: key, en: key }
}

/** The list as it may go out: each thing once, with a reason and a clause from the procedure's own library. */
export function checkItems(
  rules: FormRules,
  answers: Answers,
  items: readonly SupplementItem[],
): Result<SupplementItem[], ItemsRefusal> {
  const { reasons, clauses } = rules.procedure
  const known = askables(rules, answers).map(nameOf)
  if (items.length === 0) return refuse({ code: 'supplement-no-items' })
  if (new Set(items.map(nameOf)).size < items.length)
    return refuse({ code: 'supplement-same-item' })
  if (items.some((item) => !known.includes(nameOf(item))))
    return refuse({ code: 'supplement-unknown-item' })
  const fits = ({ kind, reasonKey }: SupplementItem) =>
    reasons.some(({ key, appliesTo }) => key === reasonKey && appliesTo.includes(kind))
  if (!items.every(fits)) return refuse({ code: 'supplement-unknown-reason' })
  const cited = ({ clauseKey }: SupplementItem) =>
    clauseKey === null || clauses.some(({ key }) => key === clauseKey)
  if (!items.every(cited)) return refuse({ code: 'supplement-unknown-clause' })
  return accept(items.map(tidy))
}

/** The clause an item stands on: its own, or that of its reason. */
export function clauseOf(
  { clauses, reasons }: Procedure,
  { clauseKey, reasonKey }: Pick<SupplementItem, 'clauseKey' | 'reasonKey'>,
) {
  const key = clauseKey ?? reasons.find((reason) => reason.key === reasonKey)?.basis
  return clauses.find((clause) => clause.key === key)
}

function nameOf({ kind, key }: Pick<SupplementItem, 'kind' | 'key'>): string {
  return `${kind}:${key}`
}

function tidy(item: SupplementItem): SupplementItem {
  const clean = (text: string) => text.normalize('NFC').trim()
  return {
    ...item,
    explanation: clean(item.explanation),
    goodExample: clean(item.goodExample),
  }
}

/** What is only read or confirmed is not asked for again. */
function isQuestion({ type }: Field): boolean {
  return type !== 'paper' && type !== 'notice' && type !== 'declaration'
}
