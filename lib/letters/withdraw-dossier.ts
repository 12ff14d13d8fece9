import { inTransaction, type Transaction } from '@/db/client'
import type { DossierRow } from '@/db/queries/dossiers'
import { insertStopRequest } from '@/db/queries/stop-requests'
import { findCaseFile } from '@/lib/casework/case-file'
import { type EventRefusal, performEvent, type RecordedEvent } from '@/lib/casework/perform-event'
import type { Actor } from '@/lib/identity/actor'
import { saltedHash } from '@/lib/ledger/chain'
import { sayDecision } from '@/lib/letters/decision-exists'
import { openRefund } from '@/lib/payments/refund'
import { newId } from '@/lib/shared/ids'
import type { Result } from '@/lib/shared/result'

export type OwnersAct = { actor: Actor; dossierId: string; expectedVersion: number; at: Date }
export type StopRefusal = EventRefusal | { code: 'decision-exists' }

/**
 * The applicant takes a dossier back before the agency has accepted it; nobody has to agree (Decree
 * 118/2025 Art. 21.2). A fee that was paid is owed back, since nothing was appraised.
 */
export function withdrawDossier(
  act: OwnersAct & { reason: string },
): Promise<Result<RecordedEvent, StopRefusal>> {
  return inTransaction(async (tx) => {
    const file = await findCaseFile(tx, act.actor, { ...act, right: 'view-dossier' })
    if (!file.ok) return file
    const { dossier } = file.value
    const reason = act.reason.normalize('NFC').trim()
    const { dossierId, actor, at, expectedVersion } = act
    const event = await performEvent(tx, {
      dossierId,
      event: 'withdraw',
      actor,
      at,
      expectedVersion,
      details: { reasonHash: reason ? saltedHash(dossier.salt, reason) : null },
      changes: { endReason: 'stopped-by-applicant' },
    })
    if (!event.ok) return { ok: false, refusal: sayDecision(dossier, event.refusal) }
    await keepWish(tx, dossier, { reason, at })
    return event
  })
}

async function keepWish(
  tx: Transaction,
  dossier: DossierRow,
  { reason, at }: { reason: string; at: Date },
): Promise<void> {
  const dossierId = dossier.id
  const paid = dossier.paymentState === 'paid'
  await insertStopRequest(tx, {
    id: newId(),
    dossierId,
    state: 'confirmed',
    reason,
    channel: 'online',
    askedAt: at,
    decidedAt: at,
    feeOutcome: paid ? 'refund-requested' : 'none',
  })
  // Books are kept in real time, as money moves.
  if (paid) await openRefund(tx, { dossierId, reason: 'withdrawn', at: new Date() })
}
