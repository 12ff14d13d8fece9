import type { EventRefusal, RecordedEvent } from '@/lib/casework/perform-event'
import { actWithWords } from '@/lib/dossiers/act-with-words'
import type { OfficeAct } from '@/lib/dossiers/office-act'
import { openRefund } from '@/lib/payments/refund'
import { accept, type Result } from '@/lib/shared/result'

export type IntakeRefusal = OfficeAct & { reason: string }

/**
 * The desk refuses a dossier at intake, with its reason for the applicant (Decree 118/2025 Art. 17.1.c).
 * A fee that was paid becomes a refund request in the same transaction; nothing is refunded by itself.
 */
export function refuseIntake(act: IntakeRefusal): Promise<Result<RecordedEvent, EventRefusal>> {
  return actWithWords(act, {
    event: 'refuse-intake',
    kind: 'refusal',
    text: act.reason,
    public: true,
    more: {},
    also: async (tx, dossier) => {
      const at = new Date()
      if (dossier.paymentState === 'paid')
        await openRefund(tx, { dossierId: dossier.id, reason: 'refused-at-intake', at })
      return accept(undefined)
    },
  })
}
