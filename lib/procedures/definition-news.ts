import { canonicalJson } from '@/lib/ledger/canonical'
import type { Procedure } from '@/lib/procedures/procedure'
import type { Field, Section } from '@/lib/procedures/shape/field'
import type { Paper } from '@/lib/procedures/shape/paper'

export type Novelty = 'new' | 'changed'

/** What a newer version of a procedure asks that an older one did not, for whoever began under the older. */
export type DefinitionNews = {
  /** Questions by key; the place for a paper counts with what is said of the paper. */
  fields: Readonly<Record<string, Novelty>>
  /** Whether what is paid, or how long it takes, has changed. */
  fee: boolean
  timeLimit: boolean
}

/** Compares what an applicant is shown and judged by; sources and how sure we are of them do not count. */
export function definitionNews(before: Procedure, now: Procedure): DefinitionNews {
  const old = new Map(before.sections.flatMap(fieldsIn))
  const papers = new Map(before.papers.map((paper) => [paper.key, paper]))
  const marked = now.sections.flatMap(fieldsIn).flatMap(([key, asked]): [string, Novelty][] => {
    const known = old.get(key)
    if (!known) return [[key, 'new']]
    const paper = paperOf(now, asked.field)
    const knownPaper = paper && papers.get(paper.key)
    if (paper && !knownPaper) return [[key, 'new']]
    const isSame = sameField(known, asked) && (!paper || samePaper(knownPaper, paper))
    return isSame ? [] : [[key, 'changed']]
  })
  return {
    fields: Object.fromEntries(marked),
    fee: !same(before.money, now.money),
    timeLimit: !same(before.clocks, now.clocks),
  }
}

/** Whether a question is asked and judged as before. */
export function isSameQuestion(before: Field, now: Field): boolean {
  return same(essenceOf(before), essenceOf(now))
}

type Asked = { field: Field; shownWhen: Section['visibleWhen'] }

function fieldsIn({ visibleWhen, fields }: Section): [string, Asked][] {
  return fields.map((field) => [field.key, { field, shownWhen: visibleWhen }])
}

function sameField(before: Asked, now: Asked): boolean {
  return isSameQuestion(before.field, now.field) && same(before.shownWhen, now.shownWhen)
}

function paperOf({ papers }: Procedure, field: Field): Paper | undefined {
  return field.type === 'paper' ? papers.find(({ key }) => key === field.paper) : undefined
}

function samePaper(before: Paper | undefined, now: Paper): boolean {
  const essence = ({ basis: _basis, confidence: _confidence, ...rest }: Paper) => rest
  return before !== undefined && same(essence(before), essence(now))
}

function essenceOf({ basis: _basis, prefillFrom: _from, sensitive: _sealed, ...rest }: Field) {
  return rest
}

function same(a: unknown, b: unknown): boolean {
  return canonicalJson(a ?? null) === canonicalJson(b ?? null)
}
