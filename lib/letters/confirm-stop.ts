import { findStopRequest, type StopRequestRow, settleStopRequest } from '@/db/queries/stop-requests'
import { performEvent, type RecordedEvent } from '@/lib/casework/perform-event'
import {
  type Granting,
  grantLetter,
  type LetterAct,
  type LetterActRefusal,
} from '@/lib/letters/grant-letter'
import { type StopFee, stopFee } from '@/lib/letters/stop-fee'
import { papersReturned } from '@/lib/letters/stop-matter'
import { openRefund } from '@/lib/payments/refund'
import { type Result, refuse } from '@/lib/shared/result'

/**
 * The leader confirms the applicant's wish to stop by signing the notice (form 05), with what becomes of
 * papers and fee by sector law (Decree 118/2025 Art. 21). A fee to be given back becomes a refund
 * request in the same transaction; nothing is refunded by itself.
 */
export function confirmStop(act: LetterAct): Promise<Result<RecordedEvent, LetterActRefusal>> {
  return grantLetter<never>(act, 'stop-notice', async (granting) => {
    const { tx, dossier, draft, stepUp, jobs } = granting
    const request = await findStopRequest(tx, dossier.id)
    if (!request)
      return refuse({ code: 'illegal-event', from: dossier.state, event: 'confirm-stop' })
    const fee = await stopFee(tx, dossier)
    const { actor, at, expectedVersion, contentHash } = act
    const event = await performEvent(tx, {
      dossierId: dossier.id,
      event: 'confirm-stop',
      actor,
      at,
      expectedVersion,
      stepUp,
      details: {
        stopId: request.id,
        documentId: draft.document.id,
        contentHash,
        feeOutcome: fee.outcome,
      },
      changes: { endReason: 'stopped-by-applicant' },
      jobs,
    })
    if (event.ok) await settle(granting, { request, fee, at })
    return event
  })
}

async function settle(
  { tx, dossier, draft }: Granting,
  { request, fee, at }: { request: StopRequestRow; fee: StopFee; at: Date },
): Promise<void> {
  await settleStopRequest(tx, request.id, {
    state: 'confirmed',
    decidedAt: at,
    documentId: draft.document.id,
    papersReturned: papersReturned(dossier).join('; ') || null,
    feeOutcome: fee.outcome,
    feeGround: fee.ground || null,
  })
  // Books are kept in real time, as money moves.
  if (fee.outcome === 'refund-requested')
    await openRefund(tx, { dossierId: dossier.id, reason: 'stopped', at: new Date() })
}
