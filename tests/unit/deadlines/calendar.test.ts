import { describe, expect, it } from 'vitest'
import { workingCalendarSchema } from '@/lib/deadlines/calendar-file'
import raw from '@/lib/deadlines/calendars/default.json' with { type: 'json' }
import { addDays, addMonths, dayOf, weekdayOf } from '@/lib/deadlines/day'
import { DEFAULT_CALENDAR } from '@/lib/deadlines/default-calendar'
import { isWorkingDay, nextWorkingMoment } from '@/lib/deadlines/working-calendar'

const years = Object.entries(DEFAULT_CALENDAR.years)

describe('the shipped calendar', () => {
  it.each(years)(
    '%s: holidays are weekdays of that year, make-up days are weekend days',
    (year, days) => {
      for (const off of days.off) {
        expect(off.slice(0, 4)).toBe(year)
        expect([0, 6]).not.toContain(weekdayOf(off))
      }
      for (const makeup of days.makeup) expect([0, 6]).toContain(weekdayOf(makeup))
    },
  )

  it('has the thirteen weekdays without trading up to 04/09/2026, and Culture Day', () => {
    expect(DEFAULT_CALENDAR.years['2026']?.off.filter((day) => day <= '2026-09-04')).toHaveLength(
      13,
    )
    expect(isWorkingDay(DEFAULT_CALENDAR, '2026-11-24')).toBe(false)
  })

  it('keeps Tết 2027 at 4–10 February', () => {
    const tet = ['2027-02-03', '2027-02-04', '2027-02-10', '2027-02-11']
    expect(tet.map((day) => isWorkingDay(DEFAULT_CALENDAR, day))).toEqual([
      true,
      false,
      false,
      true,
    ])
  })

  it.each([
    [
      'sessions out of order',
      {
        hours: [
          ['13:00', '17:00'],
          ['08:00', '12:00'],
        ],
      },
    ],
    ['a session that ends before it starts', { hours: [['12:00', '08:00']] }],
    [
      'a date that does not exist',
      { years: { '2026': { off: ['2026-02-30'], makeup: [], legal: 'x', confidence: 'x' } } },
    ],
  ])('refuses %s', (_, fault) => {
    expect(workingCalendarSchema.safeParse({ ...raw, ...fault }).success).toBe(false)
  })
})

describe('the next working moment', () => {
  it.each([
    ['2026-11-23T03:00:00Z', '2026-11-23T03:00:00Z', 'inside the morning'],
    ['2026-11-23T05:15:00Z', '2026-11-23T06:00:00Z', 'at noon'],
    ['2026-11-22T22:00:00Z', '2026-11-23T01:00:00Z', 'before opening'],
    ['2026-11-23T10:00:00Z', '2026-11-25T01:00:00Z', 'at closing, before a holiday'],
    ['2026-08-21T20:00:00Z', '2026-08-22T01:00:00Z', 'on a make-up Saturday'],
  ])('of %s is %s: %s', (from, expected) => {
    expect(nextWorkingMoment(DEFAULT_CALENDAR, new Date(from))).toEqual(new Date(expected))
  })
})

describe('days of Viet Nam', () => {
  it('begin at 17:00 UTC', () => {
    expect(dayOf(new Date('2026-11-22T16:59:59Z'))).toBe('2026-11-22')
    expect(dayOf(new Date('2026-11-22T17:00:00Z'))).toBe('2026-11-23')
  })

  it('add over the ends of months and years', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28')
    expect(addMonths('2028-01-31', 1)).toBe('2028-02-29')
    expect(addMonths('2026-11-30', 3)).toBe('2027-02-28')
  })
})
