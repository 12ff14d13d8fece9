import { inTransaction, type Transaction } from '@/db/client'
import { findDossier } from '@/db/queries/dossiers'
import {
  type CorrectionRow,
  changeCorrection,
  findCorrections,
  findVisitById,
  insertCorrection,
} from '@/db/queries/inspections'
import { findTurnFiles } from '@/db/queries/turn-files'
import { type EventRefusal, performEvent, type RecordedEvent } from '@/lib/casework/perform-event'
import { rollBackOnRefusal } from '@/lib/casework/roll-back'
import { clockTime, type Day, dayOf, momentOf } from '@/lib/deadlines/day'
import { postOf } from '@/lib/dossiers/act-with-words'
import {
  type ClosingFault,
  type CorrectionItem,
  correctionFault,
} from '@/lib/dossiers/inspections/visit-rules'
import type { OfficeAct } from '@/lib/dossiers/office-act'
import { saltedHash } from '@/lib/ledger/chain'
import { newId } from '@/lib/shared/ids'
import { accept, type Result, refuse } from '@/lib/shared/result'

export type CorrectionRefusal =
  | EventRefusal
  | { code: ClosingFault | 'no-corrections-open' | 'files-rejected' }

type Work<Details> = (
  tx: Transaction,
  correction: CorrectionRow,
  salt: string,
) => Promise<Result<Details, CorrectionRefusal>>

/**
 * The facility's report: words for all items, photos or papers with it. The second clock starts now
 * (Law 15/2023 Art. 52.4); it is no supplement and uses no round of one.
 */
export function reportCorrections(
  act: OfficeAct & { report: string },
): Promise<Result<RecordedEvent, CorrectionRefusal>> {
  return withNewest(act, async (tx, correction, salt) => {
    const report = act.report.normalize('NFC').trim()
    const files = await findTurnFiles(tx, { owner: 'correction-report', ownerId: correction.id })
    const event = await performEvent(tx, {
      ...act,
      event: 'report-corrections',
      details: {
        correctionId: correction.id,
        reportHash: saltedHash(salt, report),
        files: files.map(({ sha256 }) => sha256),
      },
    })
    if (!event.ok) return event
    if (correction.state !== 'demanded') return refuse({ code: 'no-corrections-open' })
    if (files.some(({ state }) => state === 'rejected')) return refuse({ code: 'files-rejected' })
    const changes = { state: 'reported', report, reportedAt: act.at } as const
    await changeCorrection(tx, correction.id, changes)
    return event
  })
}

/** The assignee looks at what was put right. Met, the grant may be proposed; not met, it may be demanded again. */
export function recordRecheck(
  act: OfficeAct & { met: boolean; note: string },
): Promise<Result<RecordedEvent, CorrectionRefusal>> {
  return withNewest(act, async (tx, correction, salt) => {
    const note = act.note.normalize('NFC').trim()
    const event = await performEvent(tx, {
      ...act,
      event: 'record-recheck',
      details: { correctionId: correction.id, met: act.met, noteHash: saltedHash(salt, note) },
    })
    if (!event.ok) return event
    if (correction.state !== 'reported') return refuse({ code: 'no-corrections-open' })
    await changeCorrection(tx, correction.id, {
      state: act.met ? 'met' : 'not-met',
      recheckedBy: postOf(act),
      recheckedAt: act.at,
      recheckNote: note,
    })
    return event
  })
}

/** What the re-check found wanting is demanded anew: the same visit, one more round. */
export function demandAgain(
  act: OfficeAct & { corrections: readonly CorrectionItem[]; dueDay: Day | null },
): Promise<Result<RecordedEvent, CorrectionRefusal>> {
  return withNewest(act, async (tx, before) => {
    const visit = await findVisitById(tx, before.inspectionId)
    const { corrections, dueDay } = act
    const id = newId()
    const event = await performEvent(tx, {
      ...act,
      event: 'demand-corrections',
      details: {
        inspectionId: before.inspectionId,
        heldOn: visit?.heldOn ?? dayOf(act.at),
        correctionId: id,
        round: before.round + 1,
        items: Math.max(corrections.length, 1),
        dueOn: dueDay,
      },
      ...(dueDay ? { clock: { replyDue: momentOf(dueDay, clockTime('17:00')) } } : {}),
    })
    if (!event.ok) return event
    if (before.state !== 'not-met') return refuse({ code: 'no-corrections-open' })
    const fault = correctionFault({ corrections, dueDay }, [], dayOf(act.at))
    if (fault) return refuse({ code: fault })
    const empty = { report: null, reportedAt: null, recheckedBy: null, recheckedAt: null }
    await insertCorrection(tx, {
      ...empty,
      recheckNote: null,
      id,
      dossierId: act.dossierId,
      inspectionId: before.inspectionId,
      round: before.round + 1,
      state: 'demanded',
      items: [...corrections],
      dueDay,
      demandedAt: act.at,
    })
    return event
  })
}

/** The newest demand of the dossier, worked on under its lock; a refusal leaves nothing behind. */
function withNewest(
  act: OfficeAct,
  work: Work<RecordedEvent>,
): Promise<Result<RecordedEvent, CorrectionRefusal>> {
  return rollBackOnRefusal<RecordedEvent, CorrectionRefusal>((orRollBack) =>
    inTransaction(async (tx) => {
      const dossier = await findDossier(tx, act.dossierId)
      if (!dossier) return refuse({ code: 'not-found' as const })
      const [newest] = await findCorrections(tx, act.dossierId)
      return accept(orRollBack(await work(tx, newest ?? NONE, dossier.salt)))
    }),
  )
}

/** Stands where nothing was demanded, so that the permission table speaks first there too. */
const NONE: CorrectionRow = {
  id: '00000000-0000-7000-8000-000000000000',
  dossierId: '',
  inspectionId: '00000000-0000-7000-8000-000000000000',
  round: 0,
  state: 'met',
  items: [],
  dueDay: null,
  demandedAt: new Date(0),
  report: null,
  reportedAt: null,
  recheckedBy: null,
  recheckedAt: null,
  recheckNote: null,
}
