import { writeFile } from 'node:fs/promises'
import { addDays, type Day, momentOf } from '@/lib/deadlines/day'

const HOUR = 3_600_000
const FIRST: Day = '2026-11-23'

/** The day so many days after the first Monday. */
export function dayNumber(number: number): Day {
  return addDays(FIRST, number)
}

/** Half past nine in Viet Nam on a day of the proof. */
export function morningOf(number: number): Date {
  return momentOf(dayNumber(number), 9.5 * HOUR)
}

/** Stops the law's clock of all processes at a moment. */
export async function setClock(at: Date): Promise<void> {
  await writeFile(process.env['CLOCK_FILE'] ?? '', `frozen:${at.toISOString()}`)
}
