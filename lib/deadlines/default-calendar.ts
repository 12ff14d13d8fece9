import { workingCalendarSchema } from '@/lib/deadlines/calendar-file'
import raw from '@/lib/deadlines/calendars/default.json' with { type: 'json' }
import type { WorkingCalendar } from '@/lib/deadlines/working-calendar'

/** Working days and hours of state offices 2024–2027, as shipped; agencies may publish their own. */
export const DEFAULT_CALENDAR: WorkingCalendar = workingCalendarSchema.parse(raw)
