import { inTransaction } from '@/db/client'
import { findDossier } from '@/db/queries/dossiers'
import { procedureOfVersion } from '@/lib/casework/definitions'
import { type EventRefusal, performEvent, type RecordedEvent } from '@/lib/casework/perform-event'
import { rollBackOnRefusal } from '@/lib/casework/roll-back'
import { addDays, clockTime, dayOf, momentOf } from '@/lib/deadlines/day'
import { oneDoorRule } from '@/lib/deadlines/one-door-rules'
import type { OfficeAct } from '@/lib/dossiers/office-act'
import { feesInProcess } from '@/lib/procedures/fees'
import { accept, type Result, refuse } from '@/lib/shared/result'

export type FeeDemand = OfficeAct & { feeKey: string }
export type FeeDemandRefusal = EventRefusal | { code: 'no-such-fee' }

/**
 * The case officer asks for a fee that the law sets in mid-process (national state 6); the limit stands
 * until it is paid, and without payment the dossier may be closed as after any unanswered request
 * (Decree 118/2025 Art. 19.5, 24). Only a fee of the bound procedure version can be asked for.
 */
export function demandFee(act: FeeDemand): Promise<Result<RecordedEvent, FeeDemandRefusal>> {
  return rollBackOnRefusal<RecordedEvent, FeeDemandRefusal>((orRollBack) =>
    inTransaction(async (tx) => {
      const dossier = await findDossier(tx, act.dossierId)
      if (!dossier) return refuse({ code: 'not-found' })
      const procedure = await procedureOfVersion(tx, dossier.procedureVersionId)
      const today = dayOf(act.at)
      const fee = feesInProcess(procedure, today).find(({ key }) => key === act.feeKey)
      const payBy = addDays(today, oneDoorRule('close-without-reply', today).value)
      const amountVnd = Math.max(fee?.amount ?? 0, 1)
      const event = orRollBack(
        await performEvent(tx, {
          ...act,
          event: 'demand-fee',
          details: { feeKey: act.feeKey, amountVnd, payBy },
          changes: { paymentState: 'due', feeVnd: amountVnd },
          clock: { waitEffect: 'pause', replyDue: momentOf(payBy, clockTime('17:00')) },
        }),
      )
      if (!fee) orRollBack(refuse({ code: 'no-such-fee' }))
      return accept(event)
    }),
  )
}
