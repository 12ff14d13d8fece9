import type { Queryable } from '@/db/client'
import { type DefinitionRow, findDefinition } from '@/db/queries/definitions'
import { workingCalendarSchema } from '@/lib/deadlines/calendar-file'
import type { Day } from '@/lib/deadlines/day'
import type { WorkingCalendar } from '@/lib/deadlines/working-calendar'
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

const calendars = new Map<string, WorkingCalendar>()

/** The working calendar of an agency, or the country's when it has none of its own. */
export async function getCalendar(
  tx: Queryable,
  agencyId: string,
  day: Day,
): Promise<{ versionId: string; body: WorkingCalendar }> {
  const row =
    (await findDefinition(tx, { kind: 'calendar', key: agencyId, day })) ??
    (await findDefinition(tx, { kind: 'calendar', key: 'default', day }))
  if (!row) throw new Error('no working calendar is loaded')
  const body = calendars.get(row.id) ?? workingCalendarSchema.parse(row.body)
  calendars.set(row.id, body)
  return { versionId: row.id, body }
}
