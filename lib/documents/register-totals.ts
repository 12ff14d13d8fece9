import { formatInteger } from '@/lib/shared/money'
import type { RegisterRow } from './register-data'

export type RegisterTotals = {
  received: number
  early: number
  onTime: number
  overdue: number
  /** Still open, and of these past their date. */
  open: number
  openOverdue: number
  stopped: number
}

/** Counts the register: the sum of early, on time, overdue, open and stopped is what was received. */
export function registerTotals(rows: readonly Pick<RegisterRow, 'standing'>[]): RegisterTotals {
  const count = (standing: RegisterRow['standing']) =>
    rows.filter((row) => row.standing === standing).length
  const openOverdue = count('open-overdue')
  return {
    received: rows.length,
    early: count('early'),
    onTime: count('on-time'),
    overdue: count('overdue'),
    open: count('open') + openOverdue,
    openOverdue,
    stopped: count('stopped'),
  }
}

/** The totals in one sentence, as the register closes. */
export function totalsSentence(totals: RegisterTotals): string {
  const { received, early, onTime, overdue, open, openOverdue, stopped } = totals
  return (
    `Tổng số hồ sơ đã nhận: ${formatInteger(received)}. Đã trả kết quả trước hạn: ${formatInteger(early)}; ` +
    `đúng hạn: ${formatInteger(onTime)}; quá hạn: ${formatInteger(overdue)}. Đang giải quyết: ` +
    `${formatInteger(open)}, trong đó đã quá hạn: ${formatInteger(openOverdue)}. ` +
    `Dừng giải quyết hoặc không tiếp nhận: ${formatInteger(stopped)}.`
  )
}
