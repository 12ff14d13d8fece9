import { db } from '@/db/client'
import type { DossierRow } from '@/db/queries/dossiers'
import { findCaseFile } from '@/lib/casework/case-file'
import { dayOf } from '@/lib/deadlines/day'
import { type CalendarPromise, promisesCalendar } from '@/lib/deadlines/promises-calendar'
import type { PersonActor } from '@/lib/identity/actor'
import { clockStartingAt } from '@/lib/procedures/clocks'
import type { Procedure } from '@/lib/procedures/procedure'
import { env } from '@/lib/server/env'
import { accept, type Result } from '@/lib/shared/result'

/** The promises that have a date by now, as a calendar file for the owner. */
export async function promisesFile(
  actor: PersonActor,
  { dossierId, at }: { dossierId: string; at: Date },
): Promise<Result<string, { code: 'not-found' }>> {
  const file = await findCaseFile(db, actor, { dossierId, right: 'view-dossier' })
  if (!file.ok) return file
  const { dossier, procedure } = file.value
  return accept(
    promisesCalendar({
      reference: dossier.submissionReference,
      sequence: dossier.version,
      stampedAt: at,
      url: `${env().PUBLIC_ORIGIN}/my/dossiers/${dossier.id}`,
      promises: promisesOf(dossier, procedure),
    }),
  )
}

function promisesOf(dossier: DossierRow, procedure: Procedure): CalendarPromise[] {
  const reference = dossier.dossierCode ?? dossier.submissionReference
  const dated = [
    { clock: clockStartingAt(procedure, 'acceptance'), due: dossier.appraisalDueAt },
    { clock: clockStartingAt(procedure, 'inspection-minutes'), due: dossier.issueDueAt },
  ]
  return dated.flatMap(({ clock, due }) =>
    clock && due
      ? [
          {
            key: clock.key,
            due: dayOf(due),
            summary: `${clock.label.vi}: ${reference}`,
            description: clock.promise.vi,
          },
        ]
      : [],
  )
}
