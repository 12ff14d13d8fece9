const WEEKDAYS = [
  'Chủ nhật',
  'Thứ Hai',
  'Thứ Ba',
  'Thứ Tư',
  'Thứ Năm',
  'Thứ Sáu',
  'Thứ Bảy',
] as const

export type DateParts = { day: string; month: string; year: string }

/**
 * Day and month as an official date line writes them (Decree 30/2020, Annex I): a leading zero for
 * days under 10 and for January and February only. `day` is 'YYYY-MM-DD'.
 */
export function officialDateParts(day: string): DateParts {
  const [year = '', month = '', date = ''] = day.split('-')
  const plainMonth = String(Number(month))
  return { day: date, month: Number(month) <= 2 ? month : plainMonth, year }
}

/** 'ngày 05 tháng 3 năm 2027' of a plain day. */
export function longDate(plainDay: string): string {
  const { day, month, year } = officialDateParts(plainDay)
  return `ngày ${day} tháng ${month} năm ${year}`
}

/** '05/03/2027' of a plain day. */
export function shortDate(plainDay: string): string {
  const [year, month, date] = plainDay.split('-')
  return `${date}/${month}/${year}`
}

/** The weekday of a plain day in Vietnamese. */
export function weekday(plainDay: string): string {
  return WEEKDAYS[new Date(`${plainDay}T00:00:00Z`).getUTCDay()] ?? ''
}

/** '08 giờ 40 phút, ngày 18 tháng 11 năm 2026': an instant on the clocks of Viet Nam (UTC+7, no summer time). */
export function longMoment(instant: Date): string {
  const local = new Date(instant.getTime() + 7 * 3_600_000).toISOString()
  return `${local.slice(11, 13)} giờ ${local.slice(14, 16)} phút, ${longDate(local.slice(0, 10))}`
}

/** '08:40, 18/11/2026': the same in a table, where room is short. */
export function shortMoment(instant: Date): string {
  const local = new Date(instant.getTime() + 7 * 3_600_000).toISOString()
  return `${local.slice(11, 16)}, ${shortDate(local.slice(0, 10))}`
}
