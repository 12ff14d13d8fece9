import { describe, expect, it } from 'vitest'
import {
  formatDate,
  formatDateTime,
  formatFileSize,
  formatLongDate,
  formatMoney,
  formatNumber,
  formatPercent,
  formatTime,
} from '@/components/format'

describe('dates and times', () => {
  it('shows an instant in the civil time of Viet Nam', () => {
    const lateEvening = new Date('2026-11-30T17:30:00Z')
    expect(formatDate(lateEvening)).toBe('01/12/2026')
    expect(formatTime(lateEvening)).toBe('00:30')
    expect(formatDateTime(lateEvening)).toBe('01/12/2026, 00:30')
  })

  it('shows a plain day as it is, wherever the server stands', () => {
    expect(formatDate('2026-11-30')).toBe('30/11/2026')
  })

  it('reads a day back in words', () => {
    expect(formatLongDate('1984-03-12')).toBe('Thứ Hai, 12 tháng 3, 1984')
    expect(formatLongDate('1984-03-12', 'en')).toBe('Monday, 12 March 1984')
  })
})

describe('numbers', () => {
  it.each([
    [formatNumber(1_000_000), '1.000.000'],
    [formatNumber(1_000_000, 'en'), '1,000,000'],
    [formatMoney(4_300_000), '4.300.000\u00a0đ'],
    [formatMoney(4_300_000, 'en'), '4,300,000\u00a0VND'],
    [formatPercent(0.974), '97,4\u00a0%'],
    [formatPercent(0.974, 'en'), '97.4\u00a0%'],
    [formatFileSize(12), '1\u00a0KB'],
    [formatFileSize(340_000), '332\u00a0KB'],
    [formatFileSize(2_500_000), '2,4\u00a0MB'],
  ])('%s', (shown, expected) => {
    expect(shown).toBe(expected)
  })
})
