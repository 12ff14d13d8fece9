import type { RegisterData, RegisterRow } from './register-data'
import { shortDate } from './vietnamese-dates'

/** How the last column names where a dossier stands. */
export const STANDING_WORDS = {
  early: 'Trước hạn',
  'on-time': 'Đúng hạn',
  overdue: 'Quá hạn',
  open: 'Đang giải quyết',
  'open-overdue': 'Đang giải quyết, quá hạn',
  stopped: 'Không tiếp nhận hoặc dừng',
} as const satisfies Record<RegisterRow['standing'], string>

/** '(Từ ngày 01/11/2026 đến ngày 30/11/2026)' */
export function periodLine({ period: { from, to } }: RegisterData): string {
  return `(Từ ngày ${shortDate(from)} đến ngày ${shortDate(to)})`
}
