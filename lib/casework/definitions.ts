import type { Queryable } from '@/db/client'
import { type DefinitionRow, findCalendarSpans, getDefinition } from '@/db/queries/definitions'
import { calendarParts } from '@/lib/casework/calendar-parts'
import { workingCalendarSchema } from '@/lib/deadlines/calendar-file'
import type { Day } from '@/lib/deadlines/day'
import { joinCalendars, type WorkingCalendar } from '@/lib/deadlines/working-calendar'
import { parseProcedure } from '@/lib/procedures/parse-procedure'
import type { Procedure } from '@/lib/procedures/procedure'

const parsed = new Map<string, Procedure>()

/** The procedure in a stored version; versions never change, so each is parsed once a process. */
export function getProcedureBody(row: DefinitionRow): Procedure {
  const known = parsed.get(row.id)
  if (known) return known
  const procedure = parseProcedure(row.body)
  if (!procedure.ok) throw new Error(`stored procedure version ${row.id} does not parse`)
  parsed.set(row.id, procedure.value)
  return procedure.value
}

/**
 * The same by the version's id: a definition is a large row, read from the database once a process and not
 * once for each dossier in a list.
 */
export async function procedureOfVersion(tx: Queryable, versionId: string): Promise<Procedure> {
  return parsed.get(versionId) ?? getProcedureBody(await getDefinition(tx, versionId))
}

const calendars = new Map<string, WorkingCalendar>()

/**
 * The working calendar of an agency, or the country's when it has none of its own: the version in force
 * on a day, and for the days before it what held then.
 */
export async function getCalendar(
  tx: Queryable,
  agencyId: string,
  day: Day,
): Promise<{ versionId: string; body: WorkingCalendar }> {
  const parts = calendarParts(await findCalendarSpans(tx, [agencyId, 'default']), agencyId, day)
  const [first, ...later] = parts
  const last = parts.at(-1)
  if (!first || !last) throw new Error('no working calendar is loaded')
  const follow: { from: Day; calendar: WorkingCalendar }[] = []
  for (const { id, from } of later) follow.push({ from, calendar: await readCalendar(tx, id) })
  return { versionId: last.id, body: joinCalendars(await readCalendar(tx, first.id), follow) }
}

/** One version alone; versions never change, so each is parsed once a process. */
async function readCalendar(tx: Queryable, id: string): Promise<WorkingCalendar> {
  const known = calendars.get(id)
  if (known) return known
  const body = workingCalendarSchema.parse((await getDefinition(tx, id)).body)
  calendars.set(id, body)
  return body
}
