import type { Queryable } from '@/db/client'
import { type DossierRow, findDossier, getAnswers } from '@/db/queries/dossiers'
import { findSupplements, type SupplementRow } from '@/db/queries/supplements'
import { getCalendar, procedureOfVersion } from '@/lib/casework/definitions'
import { rulesAt } from '@/lib/casework/form-rules'
import { dayOf } from '@/lib/deadlines/day'
import { dueDate } from '@/lib/deadlines/due-date'
import type { TimeLimit } from '@/lib/deadlines/time-limit'
import type { WorkingCalendar } from '@/lib/deadlines/working-calendar'
import type { Answers } from '@/lib/procedures/answers'
import type { FormRules } from '@/lib/procedures/form-rules'
import type { Procedure } from '@/lib/procedures/procedure'
import { type SupplementLaw, supplementLaw } from '@/lib/supplements/supplement-law'

/** What a request to supplement is measured by. */
export type Asking = {
  dossier: DossierRow
  procedure: Procedure
  /** The version whose clocks count for the dossier. */
  clocks: Procedure
  rules: FormRules
  /** As stored: identifiers are sealed, which hides no question. */
  answers: Answers
  calendar: WorkingCalendar
  law: SupplementLaw
  requests: SupplementRow[]
}

/** Reads all of it at a moment; undefined without the dossier. Asks no right: the caller does. */
export async function readAsking(
  tx: Queryable,
  dossierId: string,
  at: Date,
): Promise<Asking | undefined> {
  const dossier = await findDossier(tx, dossierId)
  if (!dossier) return undefined
  const procedure = await procedureOfVersion(tx, dossier.procedureVersionId)
  const clockVersionId = dossier.clockVersionId ?? dossier.procedureVersionId
  const clocks = await procedureOfVersion(tx, clockVersionId)
  const calendar = await getCalendar(tx, dossier.solvingAgencyId, dayOf(at))
  return {
    dossier,
    procedure,
    clocks,
    rules: rulesAt(procedure, at),
    answers: await getAnswers(tx, dossierId),
    calendar: calendar.body,
    law: supplementLaw(clocks, dayOf(at)),
    requests: await findSupplements(tx, dossierId),
  }
}

/** The end of a limit of the law of this case. */
export function endOf(calendar: WorkingCalendar, from: Date, limit: TimeLimit): Date {
  const end = dueDate(calendar, { from, limit: [limit] })
  if (!end.ok) throw new Error(`no due date: ${end.refusal.code}`)
  return end.value.due
}
