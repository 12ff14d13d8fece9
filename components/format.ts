import type { Locale } from './messages/locale'

const timeZone = 'Asia/Ho_Chi_Minh'
const groups: Record<Locale, string> = { vi: 'vi-VN', en: 'en-GB' }

const dateFormat = new Intl.DateTimeFormat('en-GB', {
  timeZone,
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
})

const timeFormat = new Intl.DateTimeFormat('en-GB', {
  timeZone,
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

/** '30/11/2026' from an instant (shown in Vietnamese civil time) or from a plain day 'YYYY-MM-DD'. */
export function formatDate(value: Date | string): string {
  if (value instanceof Date) return dateFormat.format(value)
  const [year, month, day] = value.split('-')
  return `${day}/${month}/${year}`
}

/** 'Thứ Hai, 30 tháng 11, 2026' from a plain day 'YYYY-MM-DD': no doubt which number is the month. */
export function formatLongDate(day: string, locale: Locale = 'vi'): string {
  const words = new Intl.DateTimeFormat(groups[locale], { dateStyle: 'full', timeZone: 'UTC' })
  return words.format(new Date(`${day}T00:00:00Z`))
}

/** '13:30' in Vietnamese civil time. */
export function formatTime(value: Date): string {
  return timeFormat.format(value)
}

/** '30/11/2026, 13:30' in Vietnamese civil time. */
export function formatDateTime(value: Date): string {
  return `${formatDate(value)}, ${formatTime(value)}`
}

/** '1.000.000', or '1,000,000' in English. */
export function formatNumber(value: number, locale: Locale = 'vi'): string {
  return new Intl.NumberFormat(groups[locale]).format(value)
}

/** '97,4 %' from 0.974. */
export function formatPercent(share: number, locale: Locale = 'vi'): string {
  const percent = new Intl.NumberFormat(groups[locale], { maximumFractionDigits: 1 })
  return `${percent.format(share * 100)}\u00a0%`
}

/** '1.000.000 đ', or '1,000,000 VND' in English; the amount in whole đồng. */
export function formatMoney(dong: number, locale: Locale = 'vi'): string {
  return `${formatNumber(dong, locale)}\u00a0${locale === 'vi' ? 'đ' : 'VND'}`
}

/** '2,4 MB' from a number of bytes, as limits on uploads are stated. */
export function formatFileSize(bytes: number, locale: Locale = 'vi'): string {
  const size = new Intl.NumberFormat(groups[locale], { maximumFractionDigits: 1 })
  if (bytes < 1024 * 1024) return `${size.format(Math.max(1, bytes / 1024))}\u00a0KB`
  return `${size.format(bytes / 1024 / 1024)}\u00a0MB`
}
