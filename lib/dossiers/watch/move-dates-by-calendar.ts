import { db, inTransaction } from '@/db/client'
import { getDefinition } from '@/db/queries/definitions'
import { findOpenUnder, takeMark } from '@/db/queries/watch'
import { performEvent } from '@/lib/casework/perform-event'
import type { Actor } from '@/lib/identity/actor'

const RECALENDAR: Actor = { kind: 'system', job: 'recalendar' }
const PAGE = 200

/**
 * Moves the dates of open dossiers under a newly published calendar, each by an event that keeps the date
 * before and after. A dossier whose dates stay gets its event too: it was counted by the new calendar.
 */
export async function moveDatesByCalendar(calendarVersionId: string, at: Date): Promise<void> {
  const { key } = await getDefinition(db, calendarVersionId)
  for (let after: string | null = null; ; ) {
    const page = await findOpenUnder(db, { calendarKey: key, after, limit: PAGE })
    for (const id of page) await moveOne(id, { calendarVersionId, at })
    const last = page.at(-1)
    if (!last || page.length < PAGE) return
    after = last
  }
}

function moveOne(
  dossierId: string,
  { calendarVersionId, at }: { calendarVersionId: string; at: Date },
) {
  return inTransaction(async (tx) => {
    const mark = { dossierId, kind: 'recalendar', about: calendarVersionId, at }
    if (!(await takeMark(tx, mark))) return
    await performEvent(tx, {
      dossierId,
      event: 'recalendar',
      actor: RECALENDAR,
      at,
      details: { calendarVersionId },
    })
  })
}
