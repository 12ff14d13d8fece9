import { inTransaction, type Transaction } from '@/db/client'
import {
  changeVisit,
  findCorrections,
  findFindings,
  findVisit,
  type InspectionRow,
  insertCorrection,
} from '@/db/queries/inspections'
import { type EventRefusal, performEvent, type RecordedEvent } from '@/lib/casework/perform-event'
import { rollBackOnRefusal } from '@/lib/casework/roll-back'
import { clockTime, dayOf, momentOf } from '@/lib/deadlines/day'
import { postOf } from '@/lib/dossiers/act-with-words'
import type { ClosedVisit } from '@/lib/dossiers/inspections/closed-visit'
import { findCase, type OpenCase } from '@/lib/dossiers/inspections/open-case'
import { prepareMinutes } from '@/lib/dossiers/inspections/prepare-minutes'
import { type ClosingFault, closingFault, siteItems } from '@/lib/dossiers/inspections/visit-rules'
import { newId } from '@/lib/shared/ids'
import { accept, type Result, refuse } from '@/lib/shared/result'

export type ClosingRefusal =
  | EventRefusal
  | { code: ClosingFault | 'visit-not-planned' | 'visit-held-already' | 'unprintable-text' }

/**
 * Closes the visit with its minutes. Passed or failed, their day starts the second clock; with
 * corrections the facility has its turn and the second clock waits for its report (Law 15/2023 Art. 52.4).
 */
export function closeVisit(act: ClosedVisit): Promise<Result<RecordedEvent, ClosingRefusal>> {
  return rollBackOnRefusal<RecordedEvent, ClosingRefusal>((orRollBack) =>
    inTransaction(async (tx) => {
      const open = await findCase(tx, act.dossierId)
      if (!open) return refuse({ code: 'not-found' as const })
      const round = ((await findCorrections(tx, act.dossierId))[0]?.round ?? 0) + 1
      const visit = await findVisit(tx, act.dossierId)
      const demand = { correctionId: newId(), inspectionId: visit?.id ?? newId(), round }
      const event = orRollBack(await raise(tx, act, demand))
      const held = orRollBack(await soundVisit(tx, act, { open, visit }))
      await changeVisit(tx, held.id, heldRow(act))
      if (act.finding === 'pass-with-corrections')
        await insertCorrection(tx, correctionRow(act, demand))
      orRollBack(await prepareMinutes(tx, { act, open, visit: held }))
      return accept(event)
    }),
  )
}

type Demand = { correctionId: string; inspectionId: string; round: number }

function raise(tx: Transaction, act: ClosedVisit, demand: Demand) {
  const { finding, heldOn, dueDay, corrections } = act
  const changes = { minutesAt: momentOf(heldOn, clockTime('08:00')) }
  const { inspectionId, correctionId, round } = demand
  if (finding !== 'pass-with-corrections')
    return performEvent(tx, {
      ...act,
      event: 'record-minutes',
      details: { inspectionId, heldOn, finding },
      changes,
    })
  return performEvent(tx, {
    ...act,
    event: 'demand-corrections',
    details: {
      inspectionId,
      heldOn,
      correctionId,
      round,
      items: Math.max(corrections.length, 1),
      dueOn: dueDay,
    },
    changes,
    ...(dueDay ? { clock: { replyDue: momentOf(dueDay, clockTime('17:00')) } } : {}),
  })
}

async function soundVisit(
  tx: Transaction,
  act: ClosedVisit,
  { open, visit }: { open: OpenCase; visit: InspectionRow | undefined },
): Promise<
  Result<InspectionRow, { code: ClosingFault | 'visit-not-planned' | 'visit-held-already' }>
> {
  if (!visit) return refuse({ code: 'visit-not-planned' })
  if (visit.state === 'held') return refuse({ code: 'visit-held-already' })
  const { acceptedAt } = open.dossier
  const fault = closingFault(act, {
    items: siteItems(open.procedure),
    findings: await findFindings(tx, visit.id),
    acceptedOn: acceptedAt ? dayOf(acceptedAt) : null,
    today: dayOf(act.at),
  })
  return fault ? refuse({ code: fault }) : accept(visit)
}

function heldRow(act: ClosedVisit): Partial<InspectionRow> {
  const { heldOn, minutesNumber, finding, facility, summary, at } = act
  return {
    state: 'held',
    heldOn,
    minutesNumber,
    finding,
    facilitySide: `${facility.name}, ${facility.title}`,
    summary,
    recordedBy: postOf(act),
    recordedAt: at,
  }
}

function correctionRow(
  {
    dossierId,
    corrections,
    dueDay,
    at,
  }: Pick<ClosedVisit, 'dossierId' | 'corrections' | 'dueDay' | 'at'>,
  { correctionId, inspectionId, round }: Demand,
) {
  return {
    id: correctionId,
    dossierId,
    inspectionId,
    round,
    state: 'demanded' as const,
    items: [...corrections],
    dueDay,
    demandedAt: at,
    report: null,
    reportedAt: null,
    recheckedBy: null,
    recheckedAt: null,
    recheckNote: null,
  }
}
