import { fieldOfPath } from '@/lib/procedures/answer-path'
import type { Answers, AnswerValue } from '@/lib/procedures/answers'
import { fieldEntries } from '@/lib/procedures/form-entries'
import type { FormRules } from '@/lib/procedures/form-rules'
import { mergeSection, type ParsedSection } from '@/lib/procedures/parse-form'
import type { Field } from '@/lib/procedures/shape/field'

/** What was typed into one field, by path; a name may hold several texts. */
export type TypedTexts = Record<string, string[]>

/**
 * What a draft holds: the answers that could be read, and for every field with a mistake the text as it
 * was typed. A half-written telephone number is no answer yet, and must still be there tomorrow.
 */
export type Content = { answers: Answers; unread: Record<string, TypedTexts> }

/** One field as it stands; `text` is there when not all of it could be read. */
export type Standing = { answer?: AnswerValue | undefined; text?: TypedTexts | undefined }

export function standingIn({ answers, unread }: Content, key: string): Standing {
  return { answer: answers[key], text: unread[key] }
}

/** The content with other standings of some fields. */
export function withStandings(content: Content, standings: ReadonlyMap<string, Standing>): Content {
  const others = <Value>(values: Record<string, Value>) =>
    Object.entries(values).filter(([key]) => !standings.has(key))
  const answers = [...standings].flatMap(([key, { answer }]) =>
    answer === undefined ? [] : [[key, answer] as const],
  )
  const unread = [...standings].flatMap(([key, { text }]) => (text ? [[key, text] as const] : []))
  return {
    answers: Object.fromEntries([...others(content.answers), ...answers]),
    unread: Object.fromEntries([...others(content.unread), ...unread]),
  }
}

/** What the draft would hold if the writer of this section were alone with it. */
export function contentAfter(
  rules: FormRules,
  before: Content,
  saved: { section: string; parsed: ParsedSection },
): Content {
  const { section: sectionKey, parsed } = saved
  const section = rules.procedure.sections.find(({ key }) => key === sectionKey)
  const answers = mergeSection(rules, before.answers, {
    section: sectionKey,
    answers: parsed.answers,
  })
  const wrong = new Set(parsed.issues.map(({ path }) => fieldOfPath(path)))
  const texts = new Map(Map.groupBy(Object.entries(parsed.typed), ([path]) => fieldOfPath(path)))
  const here = (section?.fields ?? []).map(({ key }): [string, Standing] => {
    const text = wrong.has(key) ? Object.fromEntries(texts.get(key) ?? []) : undefined
    return [key, { answer: answers[key], text }]
  })
  return withStandings({ answers, unread: before.unread }, new Map(here))
}

/** A field as the entries of a form: the text where not all could be read, else the answer. */
export function standingEntries(field: Field, { answer, text }: Standing): [string, string][] {
  if (!text) return fieldEntries(field, answer)
  return Object.entries(text).flatMap(([path, texts]) =>
    texts.map((one): [string, string] => [path, one]),
  )
}
