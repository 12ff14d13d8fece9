import { canonicalJson } from '@/lib/ledger/canonical'
import type { AnswerValue, TableRow } from '@/lib/procedures/answers'
import type { Standing } from '@/lib/procedures/section-content'
import type { Field, FieldOf } from '@/lib/procedures/shape/field'

/** Makes a short mark of a text by which only equality can be told. */
export type MarkText = (text: string) => string

/** Values by the name of their part: `owner.phone`; `practitioners#a1b2`, a row by its identity. */
export type Parts = ReadonlyMap<string, unknown>

/** The mark of nothing. */
const NOTHING = ''

export function markOfValue(value: unknown, mark: MarkText): string {
  return value === undefined ? NOTHING : mark(canonicalJson(value))
}

/** Equal standings have equal marks; what could not be read is compared as it was typed. */
export function markOfStanding({ answer, text }: Standing, mark: MarkText): string {
  return text ? mark(`typed${canonicalJson(text)}`) : markOfValue(answer, mark)
}

/**
 * The parts of a field that two people can change without touching one another: those of a person or an
 * organisation, and the rows of a table whose rows have an identity. Undefined where a field changes as
 * a whole: an address, since province and commune go together, or a row not yet named.
 */
export function partsOf(field: Field, standing: Standing, mark: MarkText): Parts | undefined {
  if (standing.text) return undefined
  if (field.type === 'table') return rowsByIdentity(field, standing.answer, mark)
  if (field.type !== 'person' && field.type !== 'organisation') return undefined
  const parts = Object.entries(standing.answer ?? {})
  return new Map(parts.map(([part, value]: [string, unknown]) => [`${field.key}.${part}`, value]))
}

/** The parts as one answer again; undefined when nothing is left. */
export function joinParts(field: Field, parts: Parts): AnswerValue | undefined {
  if (parts.size === 0) return undefined
  if (field.type === 'table') return [...parts.values()] as TableRow[]
  const named = [...parts].map(([part, value]) => [part.slice(field.key.length + 1), value])
  return Object.fromEntries(named) as AnswerValue
}

/** Every name under which a change of this field can be remembered, with its mark. */
export function marksOf(field: Field, standing: Standing, mark: MarkText): Map<string, string> {
  const parts = partsOf(field, standing, mark) ?? new Map<string, unknown>()
  const marks = [...parts].map(([part, value]) => [part, markOfValue(value, mark)] as const)
  return new Map([[field.key, markOfStanding(standing, mark)], ...marks])
}

function rowsByIdentity(
  { key, uniqueBy }: FieldOf<'table'>,
  answer: AnswerValue | undefined,
  mark: MarkText,
): Parts | undefined {
  if (!uniqueBy) return undefined
  const rows = (answer ?? []) as TableRow[]
  const named = rows.flatMap((row) => {
    const identity = uniqueBy.map((column) => row[column])
    if (identity.includes(undefined)) return []
    // The identity may be a national identifier: it stands in no name.
    return [[`${key}#${mark(canonicalJson(identity))}`, row] as const]
  })
  const byIdentity = new Map(named)
  return byIdentity.size === rows.length ? byIdentity : undefined
}
