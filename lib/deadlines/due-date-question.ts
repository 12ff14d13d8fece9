import type { Pause } from '@/lib/deadlines/pauses'
import { readTimeLimit, type TimeLimit, type TimeLimitRefusal } from '@/lib/deadlines/time-limit'

export type DueDateQuestion = {
  from: Date
  /** The legs of the limit; the second begins where the first ends. */
  limit: readonly TimeLimit[]
  /** Receipt outside office hours counts from the next working time, unless the law says as it is. */
  offHours?: 'next-working-time' | 'as-is'
  /** "15:00": what comes later that day counts from the next working day. */
  cutoff?: string
  /** Times of waiting that the limit stands still for, or after which it is counted anew. */
  pauses?: readonly (Pause & { effect: 'pause' | 'restart' })[]
}

/** Why no due date is given; the list is closed. */
export type QuestionFault =
  | TimeLimitRefusal['code']
  | 'invalid-moment'
  | 'no-limit'
  | 'too-many-legs'
  | 'invalid-cutoff'
  | 'invalid-pause'
  | 'pause-reversed'
  | 'pause-before-receipt'
  | 'too-many-pauses'

const MOST_LEGS = 10
const MOST_PAUSES = 1000
const EARLIEST = Date.parse('2000-01-01T00:00:00+07:00')
const LATEST = Date.parse('2100-01-01T00:00:00+07:00')
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/

/** The first fault of a question, or null. A pause may be empty, never turned round or before receipt. */
export function findQuestionFault(question: DueDateQuestion): QuestionFault | null {
  const { from, limit, cutoff, pauses = [] } = question
  if (!isKnownTime(from)) return 'invalid-moment'
  if (limit.length === 0) return 'no-limit'
  if (limit.length > MOST_LEGS) return 'too-many-legs'
  if (pauses.length > MOST_PAUSES) return 'too-many-pauses'
  if (cutoff !== undefined && !TIME.test(cutoff)) return 'invalid-cutoff'
  return limitFault(limit) ?? pauseFault(from, pauses)
}

function limitFault(limit: DueDateQuestion['limit']): QuestionFault | null {
  for (const leg of limit) {
    const read = readTimeLimit(leg)
    if (!read.ok) return read.refusal.code
  }
  return null
}

function pauseFault(
  received: Date,
  pauses: NonNullable<DueDateQuestion['pauses']>,
): QuestionFault | null {
  for (const { from, to } of pauses) {
    if (!isKnownTime(from) || !isKnownTime(to)) return 'invalid-pause'
    if (to < from) return 'pause-reversed'
    if (from < received) return 'pause-before-receipt'
  }
  return null
}

/** Whether a moment lies in a time this arithmetic is for; it also bounds the work of one question. */
export function isKnownTime(at: Date): boolean {
  return at.getTime() >= EARLIEST && at.getTime() < LATEST
}
