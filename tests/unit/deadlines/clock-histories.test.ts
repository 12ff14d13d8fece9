import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type ClockRun,
  closeWait,
  derive,
  endClock,
  extendClock,
  openWait,
  recalendar,
  startClock,
} from '@/lib/deadlines/clock-run'
import { addDays, dayOf } from '@/lib/deadlines/day'
import { DEFAULT_CALENDAR } from '@/lib/deadlines/default-calendar'
import type { TimeLimit } from '@/lib/deadlines/time-limit'
import { rollForward } from '@/lib/deadlines/working-calendar'
import type { Result } from '@/lib/shared/result'

const HISTORIES = 10_000

const minutes = (most: number) => fc.integer({ min: 0, max: most })
const leg: fc.Arbitrary<TimeLimit> = fc.oneof(
  fc.record({ value: fc.integer({ min: 1, max: 16 }), unit: fc.constant('working-hour' as const) }),
  fc.record({
    value: fc.integer({ min: 1, max: 12 }).map((halves) => halves / 2),
    unit: fc.constant('working-day' as const),
  }),
  fc.record({ value: fc.integer({ min: 1, max: 15 }), unit: fc.constant('calendar-day' as const) }),
)
const act = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('wait' as const),
      effect: fc.constantFrom('pause', 'restart', 'none'),
      minutes: minutes(4 * 1440),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('extend' as const), days: minutes(9) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('recalendar' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('end' as const) }) },
)
type Act = typeof act extends fc.Arbitrary<infer Value> ? Value : never
const history = fc.record({
  start: fc.date({
    min: new Date('2026-01-01T00:00:00Z'),
    max: new Date('2027-10-01T00:00:00Z'),
    noInvalidDate: true,
  }),
  limit: fc.array(leg, { minLength: 1, maxLength: 2 }),
  acts: fc.array(fc.record({ after: minutes(3 * 1440), act }), { maxLength: 4 }),
})

function sound<Value>(result: Result<Value, { code: string }>): Value {
  if (!result.ok) throw new Error(result.refusal.code)
  return result.value
}

/** What one act does to a clock, and what of its dates it may touch. */
function perform(run: ClockRun, { act, at }: { act: Act; at: Date }): ClockRun {
  switch (act.kind) {
    case 'wait':
      return performWait(run, { ...act, at })
    case 'extend': {
      const day = rollForward(DEFAULT_CALENDAR, addDays(dayOf(new Date(run.due)), 1 + act.days))
      const extended = extendClock(DEFAULT_CALENDAR, run, day)
      if (!extended.ok) return run
      expect(dayOf(new Date(extended.value.due))).toBe(day)
      expect(extended.value.reportDue).toBe(run.reportDue)
      return extended.value
    }
    case 'recalendar': {
      const again = recalendar(DEFAULT_CALENDAR, run)
      if (again.ok) expect(again.value).toEqual(run)
      return run
    }
    case 'end': {
      const ended = endClock(run, at.toISOString())
      expect([ended.due, ended.reportDue]).toEqual([run.due, run.reportDue])
      return ended
    }
  }
}

function performWait(
  run: ClockRun,
  wait: { effect: 'pause' | 'restart' | 'none'; minutes: number; at: Date },
): ClockRun {
  const { effect, at } = wait
  const to = new Date(at.getTime() + wait.minutes * 60_000).toISOString()
  const open = openWait(run, { from: at.toISOString(), effect })
  expect([open.due, open.reportDue]).toEqual([run.due, run.reportDue])
  const closed = closeWait(DEFAULT_CALENDAR, open, to)
  if (run.endedAt !== null) {
    expect(closed).toEqual({ ok: false, refusal: { code: 'clock-ended' } })
    return run
  }
  const after = sound(closed)
  expect(after.reportDue >= run.reportDue).toBe(true)
  expect(after.due >= run.due).toBe(true)
  if (effect === 'none') expect(after.due).toBe(run.due)
  if (effect === 'restart' && run.extendedTo === null) expect(after.due).toBe(anew(run, to))
  return after
}

/** The due date of the same limit counted from a moment, with nothing before it. */
function anew(run: ClockRun, from: string): string {
  return sound(startClock(DEFAULT_CALENDAR, { ...run, from: new Date(from) })).due
}

describe(`over ${HISTORIES} random histories of a clock`, () => {
  it('no date moves without an act that may move it, and every date follows from the facts', () => {
    fc.assert(
      fc.property(history, ({ start, limit, acts }) => {
        const first = sound(startClock(DEFAULT_CALENDAR, { key: 'clock', limit, from: start }))
        let [run, at] = [first, start]
        for (const { after, act: next } of acts) {
          at = new Date(at.getTime() + after * 60_000)
          run = perform(run, { act: next, at })
          if (next.kind === 'wait') at = new Date(at.getTime() + next.minutes * 60_000)
        }
        expect(run.reportDue >= first.reportDue).toBe(true)
        const { due, reportDue } = sound(derive(DEFAULT_CALENDAR, run))
        expect({ due, reportDue }).toEqual({ due: run.due, reportDue: run.reportDue })
      }),
      { numRuns: HISTORIES },
    )
  }, 120_000)

  it('waits that overlap count once, in whatever order they stand', () => {
    const wait = fc.record({ after: minutes(4 * 1440), minutes: minutes(3 * 1440) })
    const waits = fc.array(wait, { minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(history, waits, ({ start, limit }, list) => {
        const first = sound(startClock(DEFAULT_CALENDAR, { key: 'clock', limit, from: start }))
        const written = list.map((one) => ({
          from: new Date(start.getTime() + one.after * 60_000).toISOString(),
          to: new Date(start.getTime() + (one.after + one.minutes) * 60_000).toISOString(),
          effect: 'pause' as const,
        }))
        const once = sound(derive(DEFAULT_CALENDAR, { ...first, waits: written }))
        const twice = [...written, ...written].reverse()
        expect(sound(derive(DEFAULT_CALENDAR, { ...first, waits: twice }))).toEqual(once)
        // Nothing but pauses: both countings are the same.
        expect(once.reportDue).toBe(once.due)
      }),
      { numRuns: 1_000 },
    )
  }, 120_000)
})
