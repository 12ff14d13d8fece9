import { DEFAULT_CALENDAR } from '@/lib/deadlines/default-calendar'
import { dueDate } from '@/lib/deadlines/due-date'
import { readLocalMoment, writeLocalMoment } from '@/lib/deadlines/local-moment'
import type { TimeLimit, TimeUnit } from '@/lib/deadlines/time-limit'

export type Options = { cutoff?: string; offHours?: 'as-is'; pauses?: string[] }

const UNITS: Record<string, TimeUnit> = {
  wd: 'working-day',
  h: 'working-hour',
  d: 'calendar-day',
  m: 'month',
  same: 'same-day',
}

/** "60 d + 10 wd" as the legs of a limit. */
function legs(written: string): TimeLimit[] {
  return written.split(' + ').map((leg) => {
    const [value, unit = ''] = leg.split(' ')
    return { value: Number(value), unit: UNITS[unit] ?? 'month' }
  })
}

function at(written: string): Date {
  return readLocalMoment(written) ?? new Date(Number.NaN)
}

/** "2026-12-01 10:00 … 2026-12-01 14:30", with a leading "anew" when the limit restarts after it. */
function pause(written: string) {
  const effect = written.startsWith('anew ') ? ('restart' as const) : ('pause' as const)
  const [from = '', to = ''] = written.replace('anew ', '').split(' … ')
  return { from: at(from), to: at(to), effect }
}

/** The due date of a question in local time, or the code it is refused with. */
export function due(
  from: string,
  limit: string,
  { pauses = [], ...options }: Options = {},
): string {
  const answer = dueDate(DEFAULT_CALENDAR, {
    from: at(from),
    limit: legs(limit),
    ...options,
    pauses: pauses.map(pause),
  })
  return answer.ok ? writeLocalMoment(answer.value.due).replace('T', ' ') : answer.refusal.code
}

/** A question with its answer, worked out by hand, and how. */
export type Row = [from: string, limit: string, expected: string, why: string, options?: Options]

/** Rows as cases of a table test, titled '$from, $limit: $expected ($why)'. */
export function cases(rows: readonly Row[]) {
  return rows.map(([from, limit, expected, why, options]) => ({
    from,
    limit,
    expected,
    why,
    options,
  }))
}
