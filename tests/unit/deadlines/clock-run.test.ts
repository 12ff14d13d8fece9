import { describe, expect, it } from 'vitest'
import {
  type ClockRun,
  closeWait,
  derive,
  endClock,
  extendClock,
  openWait,
  previewIfAnsweredAt,
  recalendar,
  startClock,
  type Wait,
} from '@/lib/deadlines/clock-run'
import { DEFAULT_CALENDAR } from '@/lib/deadlines/default-calendar'
import { readLocalMoment, writeLocalMoment } from '@/lib/deadlines/local-moment'
import type { Result } from '@/lib/shared/result'

const at = (written: string): Date => readLocalMoment(written) ?? new Date(Number.NaN)
const iso = (written: string): string => at(written).toISOString()
const local = (moment: string): string => writeLocalMoment(new Date(moment)).replace('T', ' ')

function sound<Value>(result: Result<Value, { code: string }>): Value {
  if (!result.ok) throw new Error(result.refusal.code)
  return result.value
}

/** Ten working days from Monday 30/11/2026, 9:00: due on Monday 14/12. */
function tenDays(): ClockRun {
  const limit = [{ value: 10, unit: 'working-day' as const }]
  return sound(startClock(DEFAULT_CALENDAR, { key: 'issue', limit, from: at('2026-11-30 09:00') }))
}

function waited(run: ClockRun, effect: Wait['effect'], [from, to]: [string, string]): ClockRun {
  return sound(closeWait(DEFAULT_CALENDAR, openWait(run, { from: iso(from), effect }), iso(to)))
}

const dates = ({ due, reportDue }: ClockRun) => [local(due), local(reportDue)]

describe('a clock', () => {
  it('begins with both dates on the same day', () => {
    expect(dates(tenDays())).toEqual(['2026-12-14 17:00', '2026-12-14 17:00'])
  })

  it('keeps its dates while somebody is waited for', () => {
    const run = openWait(tenDays(), { from: iso('2026-12-02 08:00'), effect: 'restart' })
    expect(dates(run)).toEqual(['2026-12-14 17:00', '2026-12-14 17:00'])
    expect(sound(derive(DEFAULT_CALENDAR, run))).toMatchObject({ due: run.due })
  })

  it.each([
    [
      'restart',
      '2026-12-22 17:00',
      'a reply at closing time counts as Tue 8/12; ten days after it',
    ],
    ['pause', '2026-12-18 17:00', 'four working days later, as the report: 15, 16, 17, 18/12'],
    ['none', '2026-12-14 17:00', 'the law counts on, the report does not'],
  ] as const)('after a wait with the effect %s is due %s: %s', (effect, expected, _) => {
    const run = waited(tenDays(), effect, ['2026-12-02 08:00', '2026-12-07 17:00'])
    expect(dates(run)).toEqual([expected, '2026-12-18 17:00'])
  })

  it('tells what its dates would be if the answer came now', () => {
    const run = openWait(tenDays(), { from: iso('2026-12-02 08:00'), effect: 'restart' })
    const preview = sound(previewIfAnsweredAt(DEFAULT_CALENDAR, run, at('2026-12-07 10:00')))
    expect(local(preview.due)).toBe('2026-12-21 17:00')
    expect(run.waits).toEqual([{ from: run.waits[0]?.from, to: null, effect: 'restart' }])
  })

  it('is extended to the close of a day, in law but not in the report', () => {
    const run = sound(extendClock(DEFAULT_CALENDAR, tenDays(), '2026-12-23'))
    expect(dates(run)).toEqual(['2026-12-23 17:00', '2026-12-14 17:00'])
  })

  it('moves the extended date by what is waited later, not by what was waited before', () => {
    const before = waited(tenDays(), 'pause', ['2026-12-02 08:00', '2026-12-03 17:00'])
    const run = sound(extendClock(DEFAULT_CALENDAR, before, '2026-12-23'))
    expect(local(run.due)).toBe('2026-12-23 17:00')
    const after = waited(run, 'pause', ['2026-12-17 08:00', '2026-12-17 17:00'])
    expect(local(after.due)).toBe('2026-12-24 17:00')
  })

  it('follows another calendar with all its facts, an extended date off moves on', () => {
    const closed = {
      ...DEFAULT_CALENDAR,
      years: { '2026': { off: ['2026-12-09', '2026-12-23'], makeup: [] } },
    }
    expect(local(sound(recalendar(closed, tenDays())).due)).toBe('2026-12-15 17:00')
    const extended = sound(extendClock(DEFAULT_CALENDAR, tenDays(), '2026-12-23'))
    expect(local(sound(recalendar(closed, extended)).due)).toBe('2026-12-24 17:00')
  })

  it('stands still when it has ended', () => {
    const run = endClock(tenDays(), iso('2026-12-10 10:00'))
    expect(endClock(run, iso('2026-12-11 10:00'))).toEqual(run)
    expect(recalendar(DEFAULT_CALENDAR, run)).toEqual(refusal('clock-ended'))
    expect(closeWait(DEFAULT_CALENDAR, run, iso('2026-12-11 10:00'))).toEqual(
      refusal('clock-ended'),
    )
    expect(extendClock(DEFAULT_CALENDAR, run, '2026-12-23')).toEqual(refusal('clock-ended'))
  })

  it('warns beyond the years that are loaded', () => {
    const limit = [{ value: 60, unit: 'calendar-day' as const }]
    const run = sound(
      startClock(DEFAULT_CALENDAR, { key: 'a', limit, from: at('2027-12-20 09:00') }),
    )
    expect(sound(derive(DEFAULT_CALENDAR, run)).warnings).toEqual(['calendar-year-missing:2028'])
  })
})

function refusal(code: string) {
  return { ok: false, refusal: { code } }
}

describe('what a clock does not take', () => {
  const extended = sound(extendClock(DEFAULT_CALENDAR, tenDays(), '2026-12-23'))
  const waiting = openWait(tenDays(), { from: iso('2026-12-02 08:00'), effect: 'pause' })

  it.each([
    [
      'a second extension',
      extendClock(DEFAULT_CALENDAR, extended, '2026-12-30'),
      'already-extended',
    ],
    ['the same day', extendClock(DEFAULT_CALENDAR, tenDays(), '2026-12-14'), 'not-later'],
    ['a day off', extendClock(DEFAULT_CALENDAR, tenDays(), '2026-12-19'), 'not-a-working-day'],
    [
      'an answer nobody waits for',
      closeWait(DEFAULT_CALENDAR, tenDays(), iso('2026-12-02 08:00')),
      'no-open-wait',
    ],
    [
      'an answer before the question',
      closeWait(DEFAULT_CALENDAR, waiting, iso('2026-12-01 08:00')),
      'pause-reversed',
    ],
    [
      'a moment that is none',
      previewIfAnsweredAt(DEFAULT_CALENDAR, waiting, new Date(Number.NaN)),
      'invalid-moment',
    ],
    [
      'a start that is none',
      startClock(DEFAULT_CALENDAR, { key: 'a', limit: [], from: new Date(Number.NaN) }),
      'invalid-moment',
    ],
    [
      'no limit',
      startClock(DEFAULT_CALENDAR, { key: 'a', limit: [], from: at('2026-12-01 08:00') }),
      'no-limit',
    ],
  ])('%s', (_, result, code) => {
    expect(result).toEqual(refusal(code))
  })
})
