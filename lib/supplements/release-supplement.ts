import { inTransaction, type Transaction } from '@/db/client'
import { insertOpinion } from '@/db/queries/casework'
import { changeSupplement, findSupplementForUpdate, insertBreach } from '@/db/queries/supplements'
import { type EventRefusal, performEvent, type RecordedEvent } from '@/lib/casework/perform-event'
import { rollBackOnRefusal } from '@/lib/casework/roll-back'
import { dayOf } from '@/lib/deadlines/day'
import { postOf } from '@/lib/dossiers/act-with-words'
import type { OfficeAct } from '@/lib/dossiers/office-act'
import { saltedHash } from '@/lib/ledger/chain'
import { newId } from '@/lib/shared/ids'
import { accept, type Result, refuse } from '@/lib/shared/result'
import { type Outlook, outlook } from '@/lib/supplements/outlook'
import { type Asking, readAsking } from '@/lib/supplements/read-asking'
import { slipJob } from '@/lib/supplements/request-supplement'

export type ReleaseRefusal = EventRefusal | { code: 'no-open-supplement' }

/**
 * The desk sends the case officer's request. Within three working days of receipt, or under a sector clause,
 * the limit is counted anew from the answer; later it runs on, and the breach is written down in the same
 * transaction (Decree 118/2025 Art. 19.5).
 */
export function releaseSupplement(act: OfficeAct): Promise<Result<RecordedEvent, ReleaseRefusal>> {
  return rollBackOnRefusal<RecordedEvent, ReleaseRefusal>((orRollBack) =>
    inTransaction(async (tx) => {
      const asking = await readAsking(tx, act.dossierId, act.at)
      if (!asking) return refuse({ code: 'not-found' })
      const supplement = await findSupplementForUpdate(tx, act.dossierId, 'asked')
      const view = outlook(asking, act.at)
      const event = orRollBack(await release(tx, act, { view, supplementId: supplement?.id }))
      if (!supplement) return orRollBack(refuse({ code: 'no-open-supplement' }))
      await changeSupplement(tx, supplement.id, {
        state: 'released',
        releasedBy: postOf(act),
        releasedAt: act.at,
        timely: view.timely,
        sectorClause: view.sectorClauseKey,
        replyDueAt: view.replyDue,
      })
      if (!view.timely) orRollBack(await recordBreach(tx, act, { asking, view }))
      return accept(event)
    }),
  )
}

export type ReturnRequest = OfficeAct & { reason: string }

/** The desk sends a request back to its author, with reasons; the applicant hears nothing of it. */
export function returnSupplementRequest(
  act: ReturnRequest,
): Promise<Result<RecordedEvent, ReleaseRefusal>> {
  const { reason, ...target } = act
  return rollBackOnRefusal<RecordedEvent, ReleaseRefusal>((orRollBack) =>
    inTransaction(async (tx) => {
      const asking = await readAsking(tx, act.dossierId, act.at)
      if (!asking) return refuse({ code: 'not-found' })
      const supplement = await findSupplementForUpdate(tx, act.dossierId, 'asked')
      const opinionId = newId()
      const text = reason.normalize('NFC').trim()
      const event = orRollBack(
        await performEvent(tx, {
          ...target,
          event: 'return-supplement-request',
          details: {
            supplementId: supplement?.id ?? opinionId,
            opinionId,
            textHash: saltedHash(asking.dossier.salt, text),
          },
        }),
      )
      if (!supplement) return orRollBack(refuse({ code: 'no-open-supplement' }))
      await changeSupplement(tx, supplement.id, { state: 'returned', closedAt: act.at })
      await insertOpinion(tx, {
        id: opinionId,
        dossierId: act.dossierId,
        seq: event.seq,
        kind: 'return',
        text,
        postId: postOf(act),
        public: false,
        at: act.at,
      })
      return accept(event)
    }),
  )
}

type Releasing = { view: Outlook; supplementId: string | undefined }

function release(tx: Transaction, act: OfficeAct, { view, supplementId = newId() }: Releasing) {
  const { round, timely, replyDue, sectorClauseKey, effect } = view
  return performEvent(tx, {
    ...act,
    event: 'release-supplement',
    details: {
      supplementId,
      round,
      replyBy: dayOf(replyDue),
      timely,
      sectorClause: sectorClauseKey,
    },
    clock: { waitEffect: effect === 'not-started' ? 'none' : effect, replyDue },
    jobs: (event) => [slipJob(act.dossierId, supplementId, event)],
  })
}

/** The office's own lateness is a fact like any other: it stands in the record and in the list of breaches. */
async function recordBreach(
  tx: Transaction,
  { dossierId, at }: OfficeAct,
  { asking, view }: { asking: Asking; view: Outlook },
): Promise<Result<RecordedEvent, EventRefusal>> {
  const { dossier } = asking
  const breachId = newId()
  const dueAt = view.sendBy ?? at
  const clockKey = dossier.clocks.at(-1)?.key ?? 'appraisal'
  await insertBreach(tx, {
    id: breachId,
    dossierId,
    agencyId: dossier.solvingAgencyId,
    kind: 'supplement-late',
    clockKey,
    dueAt,
    recordedAt: at,
    endedAt: at,
  })
  return performEvent(tx, {
    dossierId,
    event: 'record-breach',
    actor: { kind: 'system', job: 'release-supplement' },
    at,
    details: { breachId, kind: 'supplement-late', clockKey, due: dueAt.toISOString() },
  })
}
