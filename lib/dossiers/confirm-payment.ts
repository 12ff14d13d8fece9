import { inTransaction, type Transaction } from '@/db/client'
import { performEvent } from '@/lib/casework/perform-event'
import type { Actor } from '@/lib/identity/actor'
import { announceRefund } from '@/lib/notifications/notify'
import { paymentGateway } from '@/lib/payments/gateways/configured'
import type { NoticeAnswer } from '@/lib/payments/outcomes'
import { type NoticeResult, type ReceivedNotice, recordNotice } from '@/lib/payments/record-notice'
import { clock } from '@/lib/server/business-clock'

const PAYMENTS: Actor = { kind: 'system', job: 'confirm-payment' }

/**
 * Takes a payment notice of the gateway: the only truth about money. A good one puts the dossier before
 * the desk and starts its 8 working hours, in the same transaction as the books. Answers what the
 * gateway's protocol wants to hear.
 */
export function confirmPayment(query: Record<string, string>): Promise<NoticeAnswer> {
  const at = new Date()
  const reading = paymentGateway().readNotice(query)
  return confirmNotice({ source: 'notice', raw: query, reading, at })
}

/** Books what the gateway said, whether it told us or we asked. */
export function confirmNotice(received: ReceivedNotice): Promise<NoticeAnswer> {
  return inTransaction(async (tx) => {
    const result = await recordNotice(tx, received)
    if (result.kind === 'paid') await raiseFeePaid(tx, result)
    if (result.kind === 'refund-opened') await announceRefund(tx, { ...result, at: clock.now() })
    return result.answer
  })
}

async function raiseFeePaid(
  tx: Transaction,
  paid: Extract<NoticeResult, { kind: 'paid' }>,
): Promise<void> {
  const { dossierId, orderId, amount } = paid
  const raised = await performEvent(tx, {
    dossierId,
    event: 'fee-paid',
    actor: PAYMENTS,
    at: clock.now(),
    details: { orderId, amountVnd: amount },
    changes: { paymentState: 'paid' },
  })
  // recordNotice holds the dossier's lock and saw it awaiting payment: a refusal here is a bug.
  if (!raised.ok) throw new Error(`fee-paid was refused: ${raised.refusal.code}`)
}
