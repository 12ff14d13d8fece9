import { type Day, dayOf } from '@/lib/deadlines/day'
import { clock } from '@/lib/server/business-clock'

/** Today in Viet Nam by the business clock: fees and laws hold between days. */
export function today(): Day {
  return dayOf(clock.now())
}
