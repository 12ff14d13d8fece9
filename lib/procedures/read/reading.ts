import type { AnswerIssue, AnswerIssueCode, Answers, AnswerValue } from '@/lib/procedures/answers'
import type { CodeLists, Facts } from '@/lib/procedures/form-rules'

/** Where a value stands and what it is judged by. */
export type Place = {
  path: string
  codes: CodeLists
  facts: Facts
  /** The answers so far, for the conditions within tables. */
  answers: Answers
  /** Also check that nothing is missing; a draft may still have gaps. */
  complete: boolean
}

/** What became of one raw value: its proper form, unless it has none, and what is wrong. */
export type Reading<Value extends AnswerValue = AnswerValue> = {
  value?: Value
  issues: AnswerIssue[]
}

export function read<Value extends AnswerValue>(value: Value): Reading<Value> {
  return { value, issues: [] }
}

export function wrong(
  path: string,
  code: AnswerIssueCode,
  params: Record<string, string | number> = {},
): Reading<never> {
  return { issues: [{ path, code, params }] }
}

export const NOTHING: Reading<never> = { issues: [] }

/** The place of a part: `address.street`, or of a row: `rooms[2]`. */
export function within(place: Place, part: string | number): Place {
  const path = typeof part === 'number' ? `${place.path}[${part}]` : `${place.path}.${part}`
  return { ...place, path }
}

/** An object of our own making or a parsed form; never an array. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** True when a form sent nothing for this: blank text, no items, or parts that are all blank. */
export function isEmptyInput(raw: unknown): boolean {
  if (raw === undefined || raw === null) return true
  if (typeof raw === 'string') return raw.trim() === ''
  if (Array.isArray(raw)) return raw.every(isEmptyInput)
  return isRecord(raw) && Object.values(raw).every(isEmptyInput)
}

/** A reading whose value turned out to hold nothing has no value: blanks only, rows of rubbish. */
export function withoutBlank(reading: Reading): Reading {
  return isEmptyInput(reading.value) ? { issues: reading.issues } : reading
}
