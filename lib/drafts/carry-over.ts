import type { AttachedPaper } from '@/db/queries/files'
import type { Left, Undecided, Written } from '@/lib/drafts/draft-content'
import { canonicalJson } from '@/lib/ledger/canonical'
import { fieldOfPath } from '@/lib/procedures/answer-path'
import { isSameQuestion } from '@/lib/procedures/definition-news'
import { describeAnswer } from '@/lib/procedures/describe'
import type { FormRules } from '@/lib/procedures/form-rules'
import type { Procedure } from '@/lib/procedures/procedure'
import { fieldsOf, readAnswers } from '@/lib/procedures/read-answers'
import {
  type Standing,
  standingIn,
  type TypedTexts,
  withStandings,
} from '@/lib/procedures/section-content'
import type { Field } from '@/lib/procedures/shape/field'
import type { LocalText } from '@/lib/procedures/shape/text'
import { SHIPPED_CODES } from '@/lib/procedures/shipped-codes'

type Move = { before: Procedure; rules: FormRules; papers: readonly AttachedPaper[] }

/**
 * What was written for an older version of a procedure, as a newer one takes it. What the newer form still
 * asks for and accepts goes over; everything else is laid aside in words, never dropped.
 */
export function carryOver(written: Written, { before, rules, papers }: Move): Written {
  const now = new Map(fieldsOf(rules.procedure).map((field) => [field.key, field]))
  const read = readAnswers(rules, written.answers).answers
  const moved = fieldsOf(before).map((field) => {
    const standing = standingIn(written, field.key)
    const asked = now.get(field.key)
    return { field, standing, ...carryField({ field, asked, standing }, read[field.key]) }
  })
  const standings = moved.map(({ field, taken }) => [field.key, taken] as const)
  const content = withStandings(written, new Map(standings))
  const answers = moved.flatMap(({ field, standing, why }) =>
    why ? [leftAnswer(field, standing, why)] : [],
  )
  const stays = ({ part }: Undecided) => now.has(fieldOfPath(part))
  const texts = written.undecided.filter((one) => !stays(one)).map((one) => leftText(before, one))
  const left = [...answers, ...texts, ...leftPapers(rules.procedure, before, papers)]
  return {
    ...content,
    undecided: written.undecided.filter(stays),
    left: withLeft(written.left, left),
  }
}

/** Text for questions that the form no longer asks, from a page that was open since before. */
export function leftFrom(
  { before, now }: { before: Procedure; now: Procedure },
  typed: TypedTexts,
): Left[] {
  const asked = new Set(fieldsOf(now).map(({ key }) => key))
  const gone = fieldsOf(before).filter(({ key }) => !asked.has(key))
  return gone.flatMap((field) => {
    const own = Object.entries(typed).filter(([path]) => fieldOfPath(path) === field.key)
    const text = joined(Object.fromEntries(own))
    return text === '' ? [] : [{ ...leftAnswer(field, {}, 'removed'), said: both(text) }]
  })
}

/** The list with these in it, each once, the newest word of each. */
export function withLeft(list: readonly Left[], more: readonly Left[]): Left[] {
  return [...list.filter((old) => !more.some((one) => isSame(one, old))), ...more]
}

type Carried = { taken: Standing; why?: Left['why'] }

function carryField(
  { field, asked, standing }: { field: Field; asked: Field | undefined; standing: Standing },
  read: Standing['answer'],
): Carried {
  if (standing.answer === undefined && !standing.text) return { taken: {} }
  if (!asked) return { taken: {}, why: 'removed' }
  if (isSameQuestion(field, asked)) return { taken: standing }
  if (standing.text)
    return field.type === asked.type ? { taken: standing } : { taken: {}, why: 'unfit' }
  const isWhole = read !== undefined && canonicalJson(read) === canonicalJson(standing.answer)
  return isWhole ? { taken: standing } : { taken: { answer: read }, why: 'unfit' }
}

function leftAnswer(field: Field, { answer, text }: Standing, why: Left['why']): Left {
  const said = text
    ? both(joined(text))
    : {
        vi: describeAnswer(field, answer, { codes: SHIPPED_CODES, locale: 'vi' }).text,
        en: describeAnswer(field, answer, { codes: SHIPPED_CODES, locale: 'en' }).text,
      }
  return { kind: 'answer', key: field.key, why, label: field.label, said: filled(said) }
}

function leftText(before: Procedure, { part, texts }: Undecided): Left {
  const key = fieldOfPath(part)
  const label = fieldsOf(before).find((field) => field.key === key)?.label ?? both(key)
  return { kind: 'answer', key: part, why: 'removed', label, said: filled(both(joined(texts))) }
}

/** Files stay with the draft; a paper that is no longer asked for has no place to show them. */
function leftPapers(now: Procedure, before: Procedure, papers: readonly AttachedPaper[]): Left[] {
  const asked = new Set(now.papers.flatMap(({ key, source }) => (source === 'upload' ? [key] : [])))
  return papers.flatMap(({ slotKey, files }): Left[] => {
    const label = before.papers.find(({ key }) => key === slotKey)?.name
    const names = files.map(({ name }) => name).join(', ')
    if (asked.has(slotKey) || !label || names === '') return []
    return [{ kind: 'paper', key: slotKey, why: 'removed', label, said: both(names) }]
  })
}

function isSame(a: Left, b: Left): boolean {
  return a.kind === b.kind && a.key === b.key
}

function joined(texts: TypedTexts): string {
  return Object.values(texts)
    .flat()
    .filter((text) => text.trim() !== '')
    .join('; ')
}

function both(text: string): LocalText {
  return { vi: text, en: text }
}

/** A text of two languages is never empty. */
function filled({ vi, en }: LocalText): LocalText {
  return { vi: vi.trim() || '–', en: en.trim() || '–' }
}
