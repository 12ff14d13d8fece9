import { z } from 'zod'
import { plainCalendarSchema } from '@/lib/deadlines/calendar-file'
import { type DueDateRefusal, dueDate } from '@/lib/deadlines/due-date'
import type { DueDateQuestion } from '@/lib/deadlines/due-date-question'
import { readLocalMoment, writeLocalMoment } from '@/lib/deadlines/local-moment'
import { readTimeLimit, type TimeLimit } from '@/lib/deadlines/time-limit'
import type { WorkingCalendar } from '@/lib/deadlines/working-calendar'
import { accept, type Result, refuse } from '@/lib/shared/result'

type Read<Value> = { ok: true; value: Value } | { ok: false; reason: string }
type Refusal =
  | DueDateRefusal
  | { code: 'invalid-question' | 'invalid-off-hours' | 'unknown-pause-effect' }
export type Answer =
  | { id: unknown; due: string; warnings: string[] }
  | { id: unknown; refused: Refusal['code'] }

const questionSchema = z.object({
  received: z.unknown().optional(),
  limit: z.unknown().optional(),
  offHours: z.unknown().optional(),
  cutoff: z.unknown().optional(),
  pauses: z.unknown().optional(),
})
const offHoursSchema = z.enum(['next-working-time', 'as-is'])
const pauseSchema = z.object({ from: z.string(), to: z.string(), effect: z.unknown() })
type Pauses = NonNullable<DueDateQuestion['pauses']>

/** The questions of a file; the list is refused when it is none, a single question never is here. */
export function parseQuestionList(text: string | null): Read<unknown[]> {
  const json = parseJson(text)
  if (!json.ok) return json
  const list = z.array(z.unknown()).safeParse(json.value)
  return list.success
    ? { ok: true, value: list.data }
    : { ok: false, reason: 'không phải là một danh sách câu hỏi (a JSON list is expected)' }
}

/** A calendar file, refused whole with every fault it has. */
export function parseCalendarFile(text: string | null): Read<WorkingCalendar> {
  const json = parseJson(text)
  if (!json.ok) return json
  const calendar = plainCalendarSchema.safeParse(json.value)
  if (calendar.success) return { ok: true, value: calendar.data }
  const faults = calendar.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
  return { ok: false, reason: `lịch không dùng được (calendar refused): ${faults.join('; ')}` }
}

/** One answer for each question, in the same order; a bad question spoils no other. */
export function answerQuestions(calendar: WorkingCalendar, questions: unknown[]): Answer[] {
  return questions.map((raw) => {
    const id = z.object({ id: z.unknown() }).safeParse(raw).data?.id ?? null
    const question = readQuestion(raw)
    const answer = question.ok ? dueDate(calendar, question.value) : question
    if (!answer.ok) return { id, refused: answer.refusal.code }
    const { due, warnings } = answer.value
    return { id, due: writeLocalMoment(due), warnings }
  })
}

function readQuestion(raw: unknown): Result<DueDateQuestion, Refusal> {
  const written = questionSchema.safeParse(raw)
  if (!written.success) return refuse({ code: 'invalid-question' })
  const { received, cutoff } = written.data
  const from = z.string().transform(readLocalMoment).safeParse(received).data
  if (!from) return refuse({ code: 'invalid-moment' })
  const offHours = offHoursSchema.safeParse(written.data.offHours ?? 'next-working-time').data
  if (!offHours) return refuse({ code: 'invalid-off-hours' })
  const limit = readLimit(written.data.limit)
  if (!limit.ok) return limit
  const pauses = readPauses(written.data.pauses ?? [])
  if (!pauses.ok) return pauses
  const question = { from, limit: limit.value, offHours, pauses: pauses.value }
  if (cutoff === undefined || cutoff === null) return accept(question)
  return typeof cutoff === 'string'
    ? accept({ ...question, cutoff })
    : refuse({ code: 'invalid-cutoff' })
}

function readLimit(raw: unknown): Result<TimeLimit[], Refusal> {
  if (raw === undefined) return refuse({ code: 'no-limit' })
  if (!Array.isArray(raw)) return refuse({ code: 'invalid-limit' })
  const legs: TimeLimit[] = []
  for (const written of raw) {
    const leg = readTimeLimit(written)
    if (!leg.ok) return leg
    legs.push(leg.value)
  }
  return accept(legs)
}

function readPauses(raw: unknown): Result<Pauses, Refusal> {
  const list = z.array(pauseSchema).safeParse(raw)
  if (!list.success) return refuse({ code: 'invalid-pause' })
  const pauses: Pauses[number][] = []
  for (const { from, to, effect } of list.data) {
    const [begin, end] = [readLocalMoment(from), readLocalMoment(to)]
    if (!begin || !end) return refuse({ code: 'invalid-pause' })
    if (effect !== 'pause' && effect !== 'restart') return refuse({ code: 'unknown-pause-effect' })
    pauses.push({ from: begin, to: end, effect })
  }
  return accept(pauses)
}

function parseJson(text: string | null): Read<unknown> {
  if (text === null) return { ok: false, reason: 'không đọc được tệp (file cannot be read)' }
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''))
    return { ok: true, value }
  } catch {
    return { ok: false, reason: 'không phải là JSON (not JSON)' }
  }
}
