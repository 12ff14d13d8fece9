import { writeDay } from '@/lib/procedures/read/date'
import type { Locale } from '@/lib/procedures/shape/text'

/** The few words that belong to answers themselves, on screens and on printed forms alike. */
export const DESCRIBE_WORDS = {
  vi: { yes: 'Có', no: 'Không', to: 'đến' },
  en: { yes: 'Yes', no: 'No', to: 'to' },
} as const satisfies Record<Locale, Record<'yes' | 'no' | 'to', string>>

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')

/** 30/11/2026 in Vietnamese; 30 Nov 2026 in English, where 11/12 would be unclear. */
export function describeDay(day: string, locale: Locale): string {
  if (locale === 'vi') return writeDay(day)
  const [year, month, date] = day.split('-').map(Number)
  return `${date} ${MONTHS[(month ?? 1) - 1]} ${year}`
}
