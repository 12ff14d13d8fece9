import { db } from '@/db/client'
import { type CalendarVersion, findCalendarVersions, getDefinition } from '@/db/queries/definitions'
import { findClocksUnder } from '@/db/queries/watch'
import { calendarKeyOf, mayPublish, type Whose } from '@/lib/administration/publish-calendar'
import { getCalendar } from '@/lib/casework/definitions'
import { type PublishedCalendar, workingCalendarSchema } from '@/lib/deadlines/calendar-file'
import { recalendar } from '@/lib/deadlines/clock-run'
import { type Day, dayOf } from '@/lib/deadlines/day'
import { joinCalendars } from '@/lib/deadlines/working-calendar'
import type { PersonActor } from '@/lib/identity/actor'

export type CalendarDesk = {
  whose: Whose
  /** The Ministry's administrator may publish for the whole country too. */
  choices: Whose[]
  inForce: PublishedCalendar
  /** False while the agency has no calendar of its own and the country's holds. */
  own: boolean
  versions: CalendarVersion[]
}

/** The calendar in force, and the versions published before; undefined for who publishes none. */
export async function viewCalendars(
  actor: PersonActor,
  whose: Whose,
  at: Date,
): Promise<CalendarDesk | undefined> {
  if (actor.capacity.kind !== 'officer' || !mayPublish(actor.capacity)) return undefined
  const key = calendarKeyOf(actor, whose)
  if (!key) return undefined
  const { versionId } = await getCalendar(db, key, dayOf(at))
  const row = await getDefinition(db, versionId)
  const both: Whose[] = ['own-agency', 'everyone']
  return {
    whose,
    choices: both.filter((one) => calendarKeyOf(actor, one) !== null),
    inForce: workingCalendarSchema.parse(row.body),
    own: row.key === key,
    versions: await findCalendarVersions(db, key),
  }
}

/** So many open dossiers are counted before a calendar is published. */
const COUNTED = 2000

/**
 * How many open dossiers would get another date by a calendar from a day on, with the days before it as
 * they were; `more` when there are more dossiers than were counted.
 */
export async function countMovedDates(
  actor: PersonActor,
  { whose, from, calendar }: { whose: Whose; from: Day; calendar: PublishedCalendar },
): Promise<{ moved: number; more: boolean }> {
  const key = calendarKeyOf(actor, whose)
  if (!key) return { moved: 0, more: false }
  const before = await getCalendar(db, key, from)
  const joined = joinCalendars(before.body, [{ from, calendar }])
  const rows = await findClocksUnder(db, key, COUNTED + 1)
  const moved = rows.slice(0, COUNTED).filter(({ clocks }) => {
    return clocks.some((run) => {
      const anew = run.endedAt === null ? recalendar(joined, run) : undefined
      return anew?.ok && anew.value.due !== run.due
    })
  })
  return { moved: moved.length, more: rows.length > COUNTED }
}
