import { describe, expect, it } from 'vitest'
import { DEFAULT_CALENDAR } from '@/lib/deadlines/default-calendar'
import { remaining, standingOf } from '@/lib/deadlines/standing'

const due = new Date('2026-11-30T17:00:00+07:00')
const on = (written: string) => new Date(`${written}:00+07:00`)

describe('standing', () => {
  it.each([
    ['2026-11-27T17:00', 'early'],
    ['2026-11-30T08:00', 'on-time'],
    ['2026-11-30T23:59', 'on-time'],
    ['2026-12-01T00:00', 'overdue'],
  ])('finished %s is %s', (ended, standing) => {
    expect(standingOf({ due, ended: on(ended), now: on('2027-01-01T00:00') })).toBe(standing)
  })

  it.each([
    ['2026-11-20T09:00', 'on-time'],
    ['2026-11-30T23:59', 'on-time'],
    ['2026-12-01T08:00', 'overdue'],
  ])('still open at %s is %s', (now, standing) => {
    expect(standingOf({ due, ended: null, now: on(now) })).toBe(standing)
  })

  it('is on time without a due date', () => {
    expect(standingOf({ due: null, ended: null, now: due })).toBe('on-time')
  })
})

describe('what remains', () => {
  it.each([
    ['2026-11-20T09:00', { kind: 'left', workingDays: 5 }],
    ['2026-11-28T09:00', { kind: 'left', workingDays: 1 }],
    ['2026-11-30T18:00', { kind: 'today' }],
    ['2026-12-03T08:00', { kind: 'overdue', overdueDays: 3 }],
  ])('at %s', (now, expected) => {
    expect(remaining(DEFAULT_CALENDAR, due, on(now))).toEqual(expected)
  })
})
