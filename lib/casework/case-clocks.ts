import type { Queryable } from '@/db/client'
import { getDefinition } from '@/db/queries/definitions'
import type { DossierChanges, DossierRow } from '@/db/queries/dossiers'
import { getCalendar, getProcedureBody } from '@/lib/casework/definitions'
import { dayOf } from '@/lib/deadlines/day'
import { dueDate } from '@/lib/deadlines/due-date'
import type { WorkingCalendar } from '@/lib/deadlines/working-calendar'
import type { Procedure } from '@/lib/procedures/procedure'
import type { ClockStart } from '@/lib/procedures/shape/process'
import type { ClockEffect } from '@/lib/workflow/flows/licence'

type ClockMoment = { dossier: DossierRow; at: Date; changes: DossierChanges }

/**
 * The columns that follow from what an event does to the clocks. Due dates come from here alone:
 * acceptance 8 working hours (Decree 118/2025 Art. 17.2.c), appraisal 60 days from acceptance and issue
 * 10 working days from the minutes (Law 15/2023 Art. 52.4), as the bound procedure version says.
 */
export async function clockChanges(
  tx: Queryable,
  effect: ClockEffect,
  moment: ClockMoment,
): Promise<DossierChanges> {
  switch (effect) {
    case 'none':
      return {}
    case 'end':
      return { endedAt: moment.at }
    case 'start-acceptance':
      return startAcceptance(tx, moment)
    case 'start-appraisal':
      return startAppraisal(tx, moment)
    case 'start-issue':
      return startIssue(tx, moment)
  }
}

async function startAcceptance(
  tx: Queryable,
  { dossier, at }: ClockMoment,
): Promise<DossierChanges> {
  const rules = await rulesOf(tx, dossier.procedureVersionId, { dossier, at })
  const due = promised(rules, ['payment', 'submission'], at)
  return { receivedAt: at, acceptanceDueAt: due, dueAt: due }
}

async function startAppraisal(
  tx: Queryable,
  { dossier, at, changes }: ClockMoment,
): Promise<DossierChanges> {
  const versionId = changes.clockVersionId ?? dossier.clockVersionId ?? dossier.procedureVersionId
  const rules = await rulesOf(tx, versionId, { dossier, at })
  const due = promised(rules, ['acceptance'], at)
  return {
    acceptedAt: at,
    clockStartAt: at,
    calendarVersionId: rules.calendarVersionId,
    appraisalDueAt: due,
    dueAt: due,
  }
}

async function startIssue(
  tx: Queryable,
  { dossier, at, changes }: ClockMoment,
): Promise<DossierChanges> {
  const minutesAt = changes.minutesAt
  if (!minutesAt) throw new Error('the minutes carry no date')
  const versionId = dossier.clockVersionId ?? dossier.procedureVersionId
  const rules = await rulesOf(tx, versionId, { dossier, at })
  const due = promised(rules, ['inspection-minutes'], minutesAt)
  return { issueDueAt: due, dueAt: due }
}

type Rules = { calendar: WorkingCalendar; procedure: Procedure }

function promised({ calendar, procedure }: Rules, starts: readonly ClockStart[], from: Date): Date {
  const clock = procedure.clocks.find((candidate) => starts.includes(candidate.startsAt))
  if (!clock) throw new Error(`${procedure.key} has no clock that starts at ${starts.join('/')}`)
  const due = dueDate(calendar, { from, limit: clock.limit })
  if (!due.ok) throw new Error(`no due date for ${clock.key}: ${due.refusal.code}`)
  return due.value.due
}

async function rulesOf(
  tx: Queryable,
  procedureVersionId: string,
  { dossier, at }: { dossier: DossierRow; at: Date },
): Promise<Rules & { calendarVersionId: string }> {
  const version = await getDefinition(tx, procedureVersionId)
  const calendar = await getCalendar(tx, dossier.solvingAgencyId, dayOf(at))
  return {
    procedure: getProcedureBody(version),
    calendar: calendar.body,
    calendarVersionId: calendar.versionId,
  }
}
