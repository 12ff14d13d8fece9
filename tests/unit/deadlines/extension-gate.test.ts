import { describe, expect, it } from 'vitest'
import { isTooLateToExtend, lastDayToExtend } from '@/lib/deadlines/extension-gate'

/** Local time in Viet Nam. */
const local = (written: string) => new Date(`${written}+07:00`)

describe('the last day for an apology with a new date (Decree 118/2025 Art. 19.6)', () => {
  it.each([
    ['Friday 22/01/2027', '2027-01-22T17:00:00', '2027-01-21'],
    ['a Monday: the Sunday before', '2027-01-25T17:00:00', '2027-01-24'],
    ['the first of a month', '2027-03-01T17:00:00', '2027-02-28'],
    ['New Year’s Day', '2027-01-01T17:00:00', '2026-12-31'],
    ['the first office day after Tết 2027', '2027-02-11T17:00:00', '2027-02-10'],
    ['early in the morning, still that day', '2027-01-22T00:30:00', '2027-01-21'],
  ])('due on %s', (_, due, last) => {
    expect(lastDayToExtend(local(due))).toBe(last)
  })

  it.each([
    ['a week before', '2027-01-15T09:00:00', false],
    ['in the last minute of the last day', '2027-01-21T23:59:59', false],
    ['at midnight', '2027-01-22T00:00:00', true],
    ['on the due day before the hour', '2027-01-22T08:00:00', true],
    ['after it', '2027-01-25T08:00:00', true],
  ])('%s of a date on 22/01/2027', (_, now, tooLate) => {
    expect(isTooLateToExtend(local('2027-01-22T17:00:00'), local(now))).toBe(tooLate)
  })
})
