/** A calendar day in Viet Nam, written YYYY-MM-DD; never a moment in time. */
export type Day = string

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
/** Viet Nam keeps UTC+7 all year. */
const OFFSET = 7 * 60 * MINUTE

/** The day it is in Viet Nam at a moment. */
export function dayOf(at: Date): Day {
  return new Date(at.getTime() + OFFSET).toISOString().slice(0, 10)
}

/** Milliseconds since midnight in Viet Nam. */
export function timeOfDay(at: Date): number {
  return (((at.getTime() + OFFSET) % DAY) + DAY) % DAY
}

/** The moment that the clock in Viet Nam shows `milliseconds` after midnight of a day. */
export function momentOf(day: Day, milliseconds: number): Date {
  return new Date(Date.parse(`${day}T00:00:00Z`) - OFFSET + milliseconds)
}

/** "13:30" as milliseconds after midnight. */
export function clockTime(written: string): number {
  const [hours, minutes] = written.split(':').map(Number)
  return ((hours ?? 0) * 60 + (minutes ?? 0)) * MINUTE
}

/** The day that lies `count` calendar days later, or earlier when negative. */
export function addDays(day: Day, count: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * DAY).toISOString().slice(0, 10)
}

const following = new Map<Day, Day>()

/** The day after; kept, since every due date walks over the same few years. */
export function nextDay(day: Day): Day {
  const known = following.get(day)
  if (known !== undefined) return known
  const next = addDays(day, 1)
  following.set(day, next)
  return next
}

/** The same date `count` months later, or the last day of that month (Civil Code 2015 Art. 148.3). */
export function addMonths(day: Day, count: number): Day {
  const date = new Date(`${day}T00:00:00Z`)
  const wanted = date.getUTCDate()
  date.setUTCDate(1)
  date.setUTCMonth(date.getUTCMonth() + count)
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate()
  date.setUTCDate(Math.min(wanted, last))
  return date.toISOString().slice(0, 10)
}

/** Calendar days from one day to another; negative when the other is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY)
}

/** 0 Sunday … 6 Saturday. */
export function weekdayOf(day: Day): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay()
}
