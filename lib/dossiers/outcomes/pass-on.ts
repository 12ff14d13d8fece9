import { inTransaction, type Transaction } from '@/db/client'
import { findFiledPapers } from '@/db/queries/dossier-papers'
import { type DossierRow, findDossier } from '@/db/queries/dossiers'
import { confirmPassing, findPassing, insertPassing } from '@/db/queries/passings'
import { getCalendar } from '@/lib/casework/definitions'
import { type EventRefusal, performEvent, type RecordedEvent } from '@/lib/casework/perform-event'
import { rollBackOnRefusal } from '@/lib/casework/roll-back'
import { dayOf } from '@/lib/deadlines/day'
import { dueDate } from '@/lib/deadlines/due-date'
import { oneDoorRule } from '@/lib/deadlines/one-door-rules'
import { postOf } from '@/lib/dossiers/act-with-words'
import type { OfficeAct } from '@/lib/dossiers/office-act'
import { newId } from '@/lib/shared/ids'
import { accept, type Result, refuse } from '@/lib/shared/result'

/** `papers`: keys of the filed papers that the counter also took on paper. */
export type PassingOn = OfficeAct & { papers: string[] }
export type PassingRefusal = EventRefusal | { code: 'unknown-paper' }

/**
 * The desk that received a dossier for another agency passes its data on: from this moment the clock of
 * the agency that decides runs, the papers follow within one working day, and the transfer slip is
 * promised (Decree 118/2025 Art. 20).
 */
export function passOn(act: PassingOn): Promise<Result<RecordedEvent, PassingRefusal>> {
  return rollBackOnRefusal<RecordedEvent, PassingRefusal>((orRollBack) =>
    inTransaction(async (tx) => {
      const dossier = await findDossier(tx, act.dossierId)
      if (!dossier) return refuse({ code: 'not-found' })
      const passing = await drawUp(tx, act, dossier)
      const { id: passingId, toAgencyId, papers, papersDueAt } = passing
      const event = orRollBack(
        await performEvent(tx, {
          ...act,
          event: 'pass-on',
          details: {
            passingId,
            toAgencyId,
            papers,
            papersDueAt: papersDueAt?.toISOString() ?? null,
          },
          changes: { filedElsewhere: 'passed' },
          jobs: () => [
            {
              kind: 'render-passing-slip',
              payload: { passingId },
              key: `${passingId}:render-passing-slip`,
            },
          ],
        }),
      )
      const filed = (await findFiledPapers(tx, dossier.id)).map(({ slotKey }) => slotKey)
      if (papers.some((key) => !filed.includes(key))) orRollBack(refuse({ code: 'unknown-paper' }))
      await insertPassing(tx, { ...passing, passedBy: postOf(act) })
      return accept(event)
    }),
  )
}

async function drawUp(tx: Transaction, { papers, at }: PassingOn, dossier: DossierRow) {
  const listed = [...new Set(papers)]
  return {
    id: newId(),
    dossierId: dossier.id,
    fromAgencyId: dossier.receivingAgencyId,
    toAgencyId: dossier.solvingAgencyId,
    papers: listed,
    papersDueAt: listed.length > 0 ? await papersDue(tx, dossier, at) : null,
    passedAt: at,
  }
}

/** By the calendar of the desk that has to bring them. */
async function papersDue(tx: Transaction, dossier: DossierRow, at: Date): Promise<Date> {
  const calendar = await getCalendar(tx, dossier.receivingAgencyId, dayOf(at))
  const { value } = oneDoorRule('pass-paper', dayOf(at))
  const limit = [{ value, unit: 'working-day' as const }]
  const due = dueDate(calendar.body, { limit, from: at })
  if (!due.ok) throw new Error(`no date for the papers: ${due.refusal.code}`)
  return due.value.due
}

export type PapersRefusal = EventRefusal | { code: 'no-papers-awaited' }

/** The desk of the agency that decides says that the papers have arrived. */
export function confirmPapers(act: OfficeAct): Promise<Result<RecordedEvent, PapersRefusal>> {
  return rollBackOnRefusal<RecordedEvent, PapersRefusal>((orRollBack) =>
    inTransaction(async (tx) => {
      const passing = await findPassing(tx, act.dossierId)
      const due = passing?.papersDueAt ?? null
      // The door speaks first: who may not know of the dossier learns nothing from what follows.
      const event = orRollBack(
        await performEvent(tx, {
          ...act,
          event: 'confirm-papers',
          details: { passingId: passing?.id ?? newId(), late: due !== null && act.at > due },
        }),
      )
      if (!passing || !due || passing.confirmedAt)
        return orRollBack(refuse({ code: 'no-papers-awaited' as const }))
      const confirmed = { confirmedBy: postOf(act), confirmedAt: act.at }
      await confirmPassing(tx, passing.id, { dossierId: act.dossierId, ...confirmed })
      return accept(event)
    }),
  )
}
