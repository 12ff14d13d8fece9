import { inTransaction, type Transaction } from '@/db/client'
import { type DossierRow, findDossier } from '@/db/queries/dossiers'
import { type EventRefusal, performEvent, type RecordedEvent } from '@/lib/casework/perform-event'
import { rollBackOnRefusal } from '@/lib/casework/roll-back'
import type { OfficeAct } from '@/lib/dossiers/office-act'
import { keepRefusalDraft } from '@/lib/dossiers/outcomes/keep-refusal-draft'
import type { GroundRefusal, RefusalDraft } from '@/lib/dossiers/outcomes/refusal-grounds'
import {
  refusalSlipJob,
  type SpokenRefusal,
  sayRefusal,
  spokenRefusal,
} from '@/lib/dossiers/outcomes/speak-refusal'
import { openRefund } from '@/lib/payments/refund'
import { accept, type Result, refuse } from '@/lib/shared/result'

export type IntakeRefusal = OfficeAct & { reasonKeys: string[]; words: string }

/**
 * The desk refuses a dossier at intake with its reasons and their clauses; slip 03 is promised (Decree
 * 118/2025 Art. 17.1.c). A fee that was paid becomes a refund request in the same transaction; nothing is
 * refunded by itself.
 */
export function refuseIntake(
  act: IntakeRefusal,
): Promise<Result<RecordedEvent, EventRefusal | GroundRefusal>> {
  return rollBackOnRefusal<RecordedEvent, EventRefusal | GroundRefusal>((orRollBack) =>
    inTransaction(async (tx) => {
      const dossier = await findDossier(tx, act.dossierId)
      if (!dossier) return refuse({ code: 'not-found' })
      const draft: RefusalDraft = {
        stage: 'intake',
        reasonKeys: [...new Set(act.reasonKeys)],
        words: act.words,
      }
      const spoken = await spokenRefusal(tx, dossier, draft)
      const event = orRollBack(await raise(tx, act, spoken.refusal))
      orRollBack(spoken.sound)
      await sayRefusal(tx, act, { refusal: spoken.refusal, seq: event.seq })
      await keepRefusalDraft(tx, { dossierId: dossier.id, draft, at: act.at })
      await refundFee(tx, dossier)
      return accept(event)
    }),
  )
}

function raise(tx: Transaction, act: IntakeRefusal, { opinionId, textHash }: SpokenRefusal) {
  return performEvent(tx, {
    ...act,
    event: 'refuse-intake',
    details: { opinionId, textHash },
    jobs: (event) => [refusalSlipJob(act.dossierId, event)],
  })
}

async function refundFee(tx: Transaction, dossier: DossierRow): Promise<void> {
  if (dossier.paymentState !== 'paid') return
  await openRefund(tx, { dossierId: dossier.id, reason: 'refused-at-intake', at: new Date() })
}
