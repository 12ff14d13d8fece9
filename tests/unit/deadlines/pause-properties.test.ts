import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DEFAULT_CALENDAR } from '@/lib/deadlines/default-calendar'
import { dueDate } from '@/lib/deadlines/due-date'
import type { TimeLimit } from '@/lib/deadlines/time-limit'
import { afterCalendarDays, afterDays, afterHours } from './slow-reference'

type Stretch = { from: number; to: number }

// Minutes since 1970 in Viet Nam, from 2026-01-01 to 2027-11-30: both Tết, every make-up day.
const received = fc.integer({ min: 29_454_720, max: 30_460_000 })
const later = fc.integer({ min: 0, max: 6 * 1440 })
const stretches = fc.array(fc.record({ after: later, length: later }), { maxLength: 4 })
const legs: fc.Arbitrary<TimeLimit> = fc.oneof(
  fc.record({ value: fc.integer({ min: 1, max: 40 }), unit: fc.constant('working-hour' as const) }),
  fc.record({ value: fc.integer({ min: 1, max: 5 }), unit: fc.constant('working-day' as const) }),
  fc.record({ value: fc.integer({ min: 1, max: 9 }), unit: fc.constant('calendar-day' as const) }),
)
const question = fc.record({
  from: received,
  limit: fc.array(legs, { minLength: 1, maxLength: 2 }),
  waits: stretches,
})
const reference = {
  'working-hour': afterHours,
  'working-day': afterDays,
  'calendar-day': afterCalendarDays,
} as const

const moment = (minute: number) => new Date((minute - 420) * 60_000)
const minuteOf = (at: Date) => at.getTime() / 60_000 + 420

function placed(from: number, waits: readonly { after: number; length: number }[]): Stretch[] {
  return waits.map(({ after, length }) => ({ from: from + after, to: from + after + length }))
}

function due(from: number, limit: TimeLimit[], pauses: readonly Stretch[]): number {
  const answer = dueDate(DEFAULT_CALENDAR, {
    from: moment(from),
    limit,
    pauses: pauses.map((pause) => ({
      from: moment(pause.from),
      to: moment(pause.to),
      effect: 'pause' as const,
    })),
  })
  if (!answer.ok) throw new Error(answer.refusal.code)
  return minuteOf(answer.value.due)
}

describe('a limit with pauses', () => {
  it('ends where a count minute by minute ends', () => {
    fc.assert(
      fc.property(received, legs, stretches, (from, leg, waits) => {
        const pauses = placed(from, waits)
        const count =
          reference[leg.unit === 'month' || leg.unit === 'same-day' ? 'calendar-day' : leg.unit]
        expect(due(from, [leg], pauses)).toBe(count(from, leg.value, pauses))
      }),
      { numRuns: 1_000 },
    )
  })

  it('counts what overlaps once, whatever the order', () => {
    const cuts = fc.array(fc.nat({ max: 100 }), { minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(question, cuts, ({ from, limit, waits }, at) => {
        const pauses = placed(from, waits)
        // Every pause again in pieces, which overlap it and touch one another, in reverse order.
        const pieces = pauses.flatMap((pause) =>
          at.flatMap((percent) => {
            const middle = pause.from + Math.floor(((pause.to - pause.from) * percent) / 100)
            return [
              { from: middle, to: pause.to },
              { from: pause.from, to: middle },
            ]
          }),
        )
        expect(due(from, limit, [...pieces, ...pauses].reverse())).toBe(due(from, limit, pauses))
      }),
      { numRuns: 1_000 },
    )
  })

  it('never ends earlier when it stands still longer or once more', () => {
    const more = fc.record({ after: later, length: later })
    fc.assert(
      fc.property(question, more, ({ from, limit, waits }, extra) => {
        const [first, ...rest] = waits
        const before = due(from, limit, placed(from, waits))
        expect(due(from, limit, placed(from, [...waits, extra]))).toBeGreaterThanOrEqual(before)
        if (!first) return
        const longer = { ...first, length: first.length + extra.length }
        expect(due(from, limit, placed(from, [longer, ...rest]))).toBeGreaterThanOrEqual(before)
      }),
      { numRuns: 1_000 },
    )
  })

  it('never ends inside a pause that began before its end', () => {
    fc.assert(
      fc.property(received, legs, stretches, (from, leg, waits) => {
        const pauses = placed(from, waits)
        const end = due(from, [leg], pauses)
        const officeMinutes = (pause: Stretch) => afterHours(end, 1, []) - 60 < pause.to
        const inside = pauses.filter((pause) => pause.from < end && end < pause.to)
        expect(inside.filter(officeMinutes)).toEqual([])
      }),
      { numRuns: 1_000 },
    )
  })
})
