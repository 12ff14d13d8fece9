import { keyOf } from '@/lib/procedures/lint/issue'
import type { Procedure } from '@/lib/procedures/procedure'
import { type Confidence, type LocalText, localTextSchema } from '@/lib/procedures/shape/text'

/** A fact of a definition that nobody has verified, with how it is marked; `no-basis` has no clause yet. */
export type UnverifiedFact = { place: string; mark: Confidence | 'no-basis' }

/** The parts of a definition in which facts of law stand, in the order in which people check them. */
export const FACT_PARTS = [
  'nationalCode',
  'authority',
  'serviceLevel',
  'clocks',
  'money',
  'papers',
  'checklist',
  'reasons',
  'result',
  'revocation',
  'process',
  'legalBasis',
  'clauses',
] as const
export type FactPart = (typeof FACT_PARTS)[number]

/** What is to be confirmed, in words: the thing itself, where it stands, and how sure its source is. */
export type DescribedFact = UnverifiedFact & { about: LocalText }

/** What nobody has confirmed: never invented away, counted, and shown with the procedure. */
export function unverifiedFacts(procedure: Procedure): UnverifiedFact[] {
  const { checklist, reasons } = procedure
  const ungrounded = [
    ...checklist.map(({ key, basis }) => ({ place: `checklist.${key}`, basis })),
    ...reasons.map(({ key, basis }) => ({ place: `reasons.${key}`, basis })),
  ].filter(({ basis }) => basis === null)
  return [
    ...marksOf(procedure, '').filter(({ mark }) => !/^(verified|designed)/.test(mark)),
    ...ungrounded.map(({ place }) => ({ place, mark: 'no-basis' as const })),
  ]
}

/** The same by part of the definition, each fact in words; parts without such facts are left out. */
export function describeUnverified(
  procedure: Procedure,
): { part: FactPart; facts: DescribedFact[] }[] {
  const facts = unverifiedFacts(procedure)
  return FACT_PARTS.map((part) => ({
    part,
    facts: facts
      .filter(({ place }) => place.split('.')[0] === part)
      .map((fact) => ({ ...fact, about: describe(thingAt(procedure, fact.place)) })),
  })).filter((group) => group.facts.length > 0)
}

function marksOf(thing: unknown, place: string): { place: string; mark: Confidence }[] {
  if (Array.isArray(thing)) {
    return thing.flatMap((item: unknown, i) => marksOf(item, `${place}.${keyOf(item) ?? i}`))
  }
  if (!isRecord(thing)) return []
  return Object.entries(thing).flatMap(([key, item]) =>
    key === 'confidence' && typeof item === 'string'
      ? [{ place: place.replace(/^\./, ''), mark: item }]
      : marksOf(item, `${place}.${key}`),
  )
}

function thingAt(procedure: Procedure, place: string): unknown {
  return place.split('.').reduce<unknown>((thing, name) => {
    if (Array.isArray(thing)) return thing.find((item, i) => (keyOf(item) ?? `${i}`) === name)
    return isRecord(thing) ? thing[name] : undefined
  }, procedure)
}

/** A thing is named by its own words; what has none, by its number, code or pattern, or by its part alone. */
function describe(thing: unknown): LocalText {
  if (!isRecord(thing)) return { vi: '', en: '' }
  const source = ['law', 'article', 'title', 'number', 'value', 'format', 'articles', 'legal']
    .map((name) => thing[name])
    .filter((part) => typeof part === 'string' && part !== '')
    .join(', ')
  const words = ['name', 'label', 'text', 'when']
    .map((name) => localTextSchema.safeParse(thing[name]))
    .find(({ success }) => success)?.data
  const said = (text: string | undefined) => [source, text].filter(Boolean).join(': ')
  return { vi: said(words?.vi), en: said(words?.en) }
}

function isRecord(thing: unknown): thing is Record<string, unknown> {
  return typeof thing === 'object' && thing !== null
}
