import { clockTime, type Day, dayOf, momentOf, timeOfDay } from '@/lib/deadlines/day'

const WRITTEN = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(?::(\d{2})(?:\.\d{1,3})?)?$/
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/

/** "2026-11-20T16:00" in Viet Nam as a moment, seconds allowed; null when it names none. */
export function readLocalMoment(written: string): Date | null {
  const [, day = '', time = '', seconds = '00'] = WRITTEN.exec(written) ?? []
  if (!isDay(day) || !TIME.test(time) || Number(seconds) > 59) return null
  return momentOf(day, clockTime(time) + Number(seconds) * 1000)
}

/** A moment as the clock in Viet Nam shows it: "2026-12-01T17:00"; parts of a minute round up. */
export function writeLocalMoment(at: Date): string {
  const minute = new Date(Math.ceil(at.getTime() / 60_000) * 60_000)
  const minutes = timeOfDay(minute) / 60_000
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0')
  return `${dayOf(minute)}T${two(minutes / 60)}:${two(minutes % 60)}`
}

/** Whether a written day exists: 2026-02-29 does not. */
export function isDay(written: string): written is Day {
  const at = new Date(`${written}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().slice(0, 10) === written
}
