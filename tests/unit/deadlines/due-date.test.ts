import { describe, expect, it } from 'vitest'
import { DEFAULT_CALENDAR } from '@/lib/deadlines/default-calendar'
import { dueDate } from '@/lib/deadlines/due-date'
import type { TimeLimit } from '@/lib/deadlines/time-limit'

type Options = { cutoff?: string; offHours?: 'as-is' }

/** "2026-11-20 09:00" in Viet Nam as a moment. */
function at(written: string): Date {
  return new Date(`${written.replace(' ', 'T')}:00+07:00`)
}

function due(from: string, limit: TimeLimit[], options: Options = {}): string {
  const answer = dueDate(DEFAULT_CALENDAR, { from: at(from), limit, ...options })
  if (!answer.ok) return answer.refusal.code
  return new Date(answer.value.due.getTime() + 7 * 3_600_000)
    .toISOString()
    .slice(0, 16)
    .replace('T', ' ')
}

const days = (value: number): TimeLimit[] => [{ value, unit: 'working-day' }]
const hours = (value: number): TimeLimit[] => [{ value, unit: 'working-hour' }]
const calendarDays = (value: number): TimeLimit[] => [{ value, unit: 'calendar-day' }]

describe('a limit of working days', () => {
  it.each([
    ['2026-11-20 09:00', 5, '2026-11-30 17:00', 'Culture Day 24/11 is off'],
    ['2026-11-23 10:00', 1, '2026-11-25 17:00', 'the next day is a holiday'],
    ['2026-02-13 10:00', 3, '2026-02-25 17:00', 'Tết 2026'],
    ['2026-08-21 10:00', 5, '2026-08-27 17:00', 'the make-up Saturday 22/8 works'],
    ['2026-04-24 08:00', 5, '2026-05-06 17:00', 'Giỗ Tổ in lieu, 30/4, 1/5'],
    ['2026-11-21 10:00', 5, '2026-12-01 17:00', 'a Saturday counts as the Monday'],
    ['2027-02-01 09:00', 5, '2027-02-15 17:00', 'Tết 2027'],
    ['2027-02-03 09:00', 3, '2027-02-15 17:00', 'the eve of Tết 2027'],
    ['2027-04-14 09:00', 5, '2027-04-22 17:00', 'Giỗ Tổ 2027'],
    ['2027-04-28 09:00', 5, '2027-05-07 17:00', '3/5 in lieu of Saturday 1/5'],
    ['2027-08-31 09:00', 3, '2027-09-07 17:00', 'National Day 2027'],
    ['2026-11-23 10:00', 2.5, '2026-11-26 15:00', 'half days are four working hours'],
  ])('from %s, %d days end %s: %s', (from, value, expected) => {
    expect(due(from, days(value))).toBe(expected)
  })

  it('moves what comes after the cut-off to the next working day', () => {
    expect(due('2026-11-20 16:00', days(5), { cutoff: '15:00' })).toBe('2026-12-01 17:00')
    expect(due('2026-11-20 15:00', days(5), { cutoff: '15:00' })).toBe('2026-11-30 17:00')
  })

  it('takes a Saturday as it is where the law says so', () => {
    expect(due('2026-11-21 10:00', days(5), { offHours: 'as-is' })).toBe('2026-11-30 17:00')
  })
})

describe('a limit of working hours', () => {
  it.each([
    ['2026-11-23 16:00', 8, '2026-11-25 16:00'],
    ['2026-11-23 12:15', 8, '2026-11-25 12:00'],
    ['2026-11-20 16:30', 8, '2026-11-23 16:30'],
    ['2026-11-27 15:30', 8, '2026-11-30 15:30'],
    ['2026-11-20 17:00', 8, '2026-11-23 17:00'],
    ['2026-11-21 23:59', 8, '2026-11-23 17:00'],
  ])('from %s, %d hours end %s', (from, value, expected) => {
    expect(due(from, hours(value))).toBe(expected)
  })
})

describe('a limit of calendar days or months', () => {
  it.each([
    ['2027-01-20 09:00', calendarDays(15), '2027-02-11 17:00', 'ends in Tết and rolls over it'],
    ['2026-12-08 09:00', calendarDays(60), '2027-02-11 17:00', 'ends on Saturday in Tết'],
    ['2026-11-20 09:00', calendarDays(3), '2026-11-23 17:00', 'counts the weekend'],
    ['2026-11-20 09:00', [{ value: 1, unit: 'month' }], '2026-12-21 17:00', 'ends on Sunday'],
    ['2026-12-31 09:00', [{ value: 2, unit: 'month' }], '2027-03-01 17:00', 'no 31 February'],
  ] as [string, TimeLimit[], string, string][])(
    'from %s: %s → %s (%s)',
    (from, limit, expected) => {
      expect(due(from, limit)).toBe(expected)
    },
  )
})

describe('a limit of several legs', () => {
  it('rolls the first leg to a working day before the second counts', () => {
    const limit: TimeLimit[] = [...calendarDays(60), ...days(10)]
    expect(due('2026-12-08 09:00', limit)).toBe('2027-02-25 17:00')
  })

  it('adds hours from the opening of the day after whole days', () => {
    expect(due('2026-11-20 09:00', [...days(1), ...hours(4)])).toBe('2026-11-25 12:00')
  })
})

describe('what it does not know or does not take', () => {
  it('warns of each year that no calendar is loaded for', () => {
    const answer = dueDate(DEFAULT_CALENDAR, { from: at('2027-12-30 09:00'), limit: days(10) })
    expect(answer).toMatchObject({ ok: true, value: { warnings: ['calendar-year-missing:2028'] } })
  })

  it('is silent when the years are loaded', () => {
    const answer = dueDate(DEFAULT_CALENDAR, { from: at('2026-12-30 09:00'), limit: days(10) })
    expect(answer).toMatchObject({ ok: true, value: { warnings: [] } })
  })

  it.each([
    ['no-limit', []],
    ['value-not-positive', days(0)],
    ['fraction-not-allowed', days(2.3)],
    ['fraction-not-allowed', calendarDays(1.5)],
  ] as const)('refuses with %s', (code, limit) => {
    expect(due('2026-11-20 09:00', [...limit])).toBe(code)
  })

  it('refuses a moment that is none', () => {
    const answer = dueDate(DEFAULT_CALENDAR, { from: new Date(Number.NaN), limit: days(1) })
    expect(answer).toEqual({ ok: false, refusal: { code: 'invalid-moment' } })
  })
})
