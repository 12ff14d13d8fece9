import { describe, expect, it } from 'vitest'
import { longDate, longMoment, shortDate, weekday } from '@/lib/documents/vietnamese-dates'

describe('dates of official documents', () => {
  it.each([
    ['2027-01-05', 'ngày 05 tháng 01 năm 2027'],
    ['2027-02-28', 'ngày 28 tháng 02 năm 2027'],
    ['2027-03-09', 'ngày 09 tháng 3 năm 2027'],
    ['2027-10-10', 'ngày 10 tháng 10 năm 2027'],
  ])('%s is %s: zeros before small days, January and February only', (day, words) => {
    expect(longDate(day)).toBe(words)
  })

  it('reads an instant off the clocks of Viet Nam', () => {
    expect(longMoment(new Date('2026-12-31T18:05:00Z'))).toBe(
      '01 giờ 05 phút, ngày 01 tháng 01 năm 2027',
    )
  })

  it('knows weekday and short form', () => {
    expect(weekday('2027-01-17')).toBe('Chủ nhật')
    expect(shortDate('2027-01-17')).toBe('17/01/2027')
  })
})
