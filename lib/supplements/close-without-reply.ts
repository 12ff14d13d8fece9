import { db, inTransaction, type Transaction } from '@/db/client'
import { type DossierRow, findDossier } from '@/db/queries/dossiers'
import {
  changeSupplement,
  findRepliesOver,
  findSupplementForUpdate,
  type OverdueReply,
} from '@/db/queries/supplements'
import { type EventRefusal, performEvent, type RecordedEvent } from '@/lib/casework/perform-event'
import { rollBackOnRefusal } from '@/lib/casework/roll-back'
import { dayOf, momentOf } from '@/lib/deadlines/day'
import type { OfficeAct } from '@/lib/dossiers/office-act'
import type { PersonActor } from '@/lib/identity/actor'
import { eyesOf } from '@/lib/identity/lent-powers'
import { openRefund } from '@/lib/payments/refund'
import { accept, type Result, refuse } from '@/lib/shared/result'
import { isReplyTimeOver } from '@/lib/supplements/supplement-law'

export type CloseRefusal = EventRefusal | { code: 'reply-time-not-over' }

/**
 * The desk confirms that a dossier whose answer never came is closed (Decree 118/2025 Art. 19.5): never
 * before the last day is over, and never by itself. A fee for an appraisal that was not begun is owed back.
 */
export function closeWithoutReply(act: OfficeAct): Promise<Result<RecordedEvent, CloseRefusal>> {
  return rollBackOnRefusal<RecordedEvent, CloseRefusal>((orRollBack) =>
    inTransaction(async (tx) => {
      const dossier = await findDossier(tx, act.dossierId)
      if (!dossier) return refuse({ code: 'not-found' })
      const supplement = await findSupplementForUpdate(tx, act.dossierId, 'released')
      const event = orRollBack(
        await performEvent(tx, {
          ...act,
          event: 'close-without-reply',
          details: { supplementId: supplement?.id ?? null },
          changes: { endReason: 'closed-without-reply' },
        }),
      )
      orRollBack(checkTime(dossier, act.at))
      if (supplement)
        await changeSupplement(tx, supplement.id, { state: 'closed', closedAt: act.at })
      if (event.state === 'refused-at-intake') await oweBack(tx, dossier)
      return accept(event)
    }),
  )
}

function checkTime({ replyDueAt }: DossierRow, at: Date): Result<null, CloseRefusal> {
  const isOver = replyDueAt !== null && isReplyTimeOver(dayOf(replyDueAt), dayOf(at))
  return isOver ? accept(null) : refuse({ code: 'reply-time-not-over' })
}

const MOST = 200

/** The desk's list of dossiers that wait for an answer in vain, the longest waiting first. */
export async function listRepliesOver(actor: PersonActor, at: Date): Promise<OverdueReply[]> {
  const { capacity } = actor
  if (capacity.kind !== 'officer' || !capacity.roles.includes('deskOfficer')) return []
  const before = momentOf(dayOf(at), 0)
  const { agencyId } = capacity
  return findRepliesOver(db, { agencyId, hiddenFrom: eyesOf(actor), before, limit: MOST })
}

/** Money is real: its entries carry real time. */
async function oweBack(tx: Transaction, dossier: DossierRow): Promise<void> {
  if (dossier.paymentState !== 'paid') return
  await openRefund(tx, { dossierId: dossier.id, reason: 'refused-at-intake', at: new Date() })
}
