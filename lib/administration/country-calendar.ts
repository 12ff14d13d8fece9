import { db } from '@/db/client'
import { getCalendar } from '@/lib/casework/definitions'
import { dayOf } from '@/lib/deadlines/day'
import type { WorkingCalendar } from '@/lib/deadlines/working-calendar'

/** The working calendar of the whole country as in force on the day of a moment. */
export async function getCountryCalendar(at: Date): Promise<WorkingCalendar> {
  return (await getCalendar(db, 'default', dayOf(at))).body
}
