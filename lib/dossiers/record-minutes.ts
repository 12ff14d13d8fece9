import { inTransaction } from '@/db/client'
import { insertInspection } from '@/db/queries/casework'
import { findDossier } from '@/db/queries/dossiers'
import type { InspectionFinding } from '@/db/schema/casework'
import { type EventRefusal, performEvent, type RecordedEvent } from '@/lib/casework/perform-event'
import { rollBackOnRefusal } from '@/lib/casework/roll-back'
import { clockTime, type Day, dayOf, momentOf } from '@/lib/deadlines/day'
import { postOf } from '@/lib/dossiers/act-with-words'
import type { OfficeAct } from '@/lib/dossiers/office-act'
import { newId } from '@/lib/shared/ids'
import { accept, type Result, refuse } from '@/lib/shared/result'

export type Minutes = OfficeAct & {
  heldOn: Day
  minutesNumber: string
  finding: InspectionFinding
  team: string
  summary: string
}
export type MinutesRefusal =
  | EventRefusal
  | { code: 'minutes-in-the-future' }
  | { code: 'minutes-before-acceptance' }

/**
 * Records the minutes of the site inspection. Their date starts the second clock: the licence is due 10
 * working days later (Law 15/2023 Art. 52.4).
 */
export function recordMinutes(act: Minutes): Promise<Result<RecordedEvent, MinutesRefusal>> {
  return rollBackOnRefusal((orRollBack) =>
    inTransaction(async (tx) => {
      const dossier = await findDossier(tx, act.dossierId)
      if (!dossier) return refuse({ code: 'not-found' })
      if (act.heldOn > dayOf(act.at)) return refuse({ code: 'minutes-in-the-future' })
      if (dossier.acceptedAt && act.heldOn < dayOf(dossier.acceptedAt))
        return refuse({ code: 'minutes-before-acceptance' })
      const { heldOn, finding } = act
      const id = newId()
      const event = orRollBack(
        await performEvent(tx, {
          ...act,
          event: 'record-minutes',
          details: { inspectionId: id, heldOn, finding },
          changes: { minutesAt: momentOf(heldOn, clockTime('08:00')) },
        }),
      )
      await insertInspection(tx, {
        id,
        dossierId: dossier.id,
        heldOn,
        finding,
        minutesNumber: act.minutesNumber,
        team: act.team,
        summary: act.summary,
        recordedBy: postOf(act),
        recordedAt: act.at,
      })
      return accept(event)
    }),
  )
}
