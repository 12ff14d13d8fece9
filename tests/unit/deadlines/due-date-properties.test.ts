import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayOf } from '@/lib/deadlines/day'
import { DEFAULT_CALENDAR } from '@/lib/deadlines/default-calendar'
import { dueDate } from '@/lib/deadlines/due-date'
import type { TimeLimit } from '@/lib/deadlines/time-limit'
import {
  addWorkingMinutes,
  isWorkingMoment,
  nextWorkingMoment,
  workingDaysBetween,
} from '@/lib/deadlines/working-calendar'

const moment = fc.date({
  min: new Date('2024-01-01T00:00:00Z'),
  max: new Date('2027-06-30T00:00:00Z'),
  noInvalidDate: true,
})
const leg: fc.Arbitrary<TimeLimit> = fc.oneof(
  fc.record({
    value: fc.integer({ min: 1, max: 160 }),
    unit: fc.constant('working-hour' as const),
  }),
  fc.record({
    value: fc.integer({ min: 1, max: 60 }).map((halves) => halves / 2),
    unit: fc.constant('working-day' as const),
  }),
  fc.record({ value: fc.integer({ min: 1, max: 90 }), unit: fc.constant('calendar-day' as const) }),
  fc.record({ value: fc.integer({ min: 1, max: 6 }), unit: fc.constant('month' as const) }),
)
const limit = fc.array(leg, { minLength: 1, maxLength: 3 })

function due(from: Date, legs: TimeLimit[]): Date {
  const answer = dueDate(DEFAULT_CALENDAR, { from, limit: legs })
  if (!answer.ok) throw new Error(answer.refusal.code)
  return answer.value.due
}

describe('due dates', () => {
  it('lie on a working moment after the receipt', () => {
    fc.assert(
      fc.property(moment, limit, (from, legs) => {
        const end = due(from, legs)
        expect(isWorkingMoment(DEFAULT_CALENDAR, end)).toBe(true)
        expect(end.getTime()).toBeGreaterThan(from.getTime())
      }),
    )
  })

  it('never move back when the receipt is later', () => {
    fc.assert(
      fc.property(moment, fc.integer({ min: 0, max: 400 }), limit, (from, laterByHours, legs) => {
        const later = new Date(from.getTime() + laterByHours * 3_600_000)
        expect(due(later, legs).getTime()).toBeGreaterThanOrEqual(due(from, legs).getTime())
      }),
    )
  })

  it('never move back when the limit is longer', () => {
    fc.assert(
      fc.property(moment, leg, leg, (from, first, second) => {
        expect(due(from, [first, second]).getTime()).toBeGreaterThan(due(from, [first]).getTime())
      }),
    )
  })

  it('are the same for two legs at once and one after the other', () => {
    fc.assert(
      fc.property(moment, leg, leg, (from, first, second) => {
        const middle = due(from, [first])
        const after = dueDate(DEFAULT_CALENDAR, {
          from: middle,
          limit: [second],
          offHours: 'as-is',
        })
        expect(after).toMatchObject({ ok: true, value: { due: due(from, [first, second]) } })
      }),
    )
  })

  it('count exactly the working days of the limit', () => {
    fc.assert(
      fc.property(moment, fc.integer({ min: 1, max: 120 }), (from, value) => {
        const start = dayOf(nextWorkingMoment(DEFAULT_CALENDAR, from))
        const end = dayOf(due(from, [{ value, unit: 'working-day' }]))
        expect(workingDaysBetween(DEFAULT_CALENDAR, start, end)).toBe(value)
      }),
    )
  })
})

describe('working minutes', () => {
  it('add up', () => {
    const minutes = fc.integer({ min: 1, max: 5_000 })
    fc.assert(
      fc.property(moment, minutes, minutes, (from, a, b) => {
        const inSteps = addWorkingMinutes(
          DEFAULT_CALENDAR,
          addWorkingMinutes(DEFAULT_CALENDAR, from, a),
          b,
        )
        expect(inSteps).toEqual(addWorkingMinutes(DEFAULT_CALENDAR, from, a + b))
      }),
    )
  })
})
