import { addDays, type Day, dayOf, momentOf } from '@/lib/deadlines/day'
import { oneDoorRule } from '@/lib/deadlines/one-door-rules'

/**
 * The last day on which an apology with a new date may be signed: one day before the due date (Decree
 * 118/2025 Art. 19.6). `due` is the moment the limit ends; days are those of Viet Nam.
 */
export function lastDayToExtend(due: Date): Day {
  const day = dayOf(due)
  return addDays(day, -oneDoorRule('apology-before-due', day).value)
}

/** Whether the new date comes too late to be lawful: that last day is over. What is late then is a breach. */
export function isTooLateToExtend(due: Date, now: Date): boolean {
  return now >= momentOf(addDays(lastDayToExtend(due), 1), 0)
}
