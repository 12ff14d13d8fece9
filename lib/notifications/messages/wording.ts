import { formatVnd } from '@/lib/shared/money'
import type { Locale } from './message'

const zone = { timeZone: 'Asia/Ho_Chi_Minh' } as const
const day = new Intl.DateTimeFormat('en-GB', {
  ...zone,
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
})
const time = new Intl.DateTimeFormat('en-GB', {
  ...zone,
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

/** '30/11/2026' in Viet Nam, from an ISO moment; empty stays empty. */
export function dayText(moment: string): string {
  return moment && day.format(new Date(moment))
}

/** '13:30 ngày 30/11/2026', or '13:30 on 30/11/2026'; empty stays empty. */
export function momentText(moment: string, locale: Locale): string {
  if (!moment) return ''
  const on = locale === 'vi' ? 'ngày' : 'on'
  return `${time.format(new Date(moment))} ${on} ${dayText(moment)}`
}

/** '1.450.000 đ', or 'VND 1,450,000', from an amount in whole đồng as parameters keep it. */
export function amountText(amount: string, locale: Locale): string {
  const dong = Number(amount)
  return locale === 'vi' ? formatVnd(dong) : `VND ${new Intl.NumberFormat('en').format(dong)}`
}
