import type { Transaction } from '@/db/client'
import {
  changeOrder,
  closeOpenOrders,
  findOrder,
  getPayableDossierForUpdate,
  insertNotice,
  isBooked,
  listOrders,
  type PaymentOrder,
} from '@/db/queries/payments'
import { newId } from '@/lib/shared/ids'
import type { Result } from '@/lib/shared/result'
import { bookMoneyIn, moneyInKey, requestRefund } from './book'
import { decideNotice, type NoticeDecision, type RefundReason } from './confirm'
import type { Notice, NoticeRefusal } from './gateway'
import { storable } from './keep-raw'
import { NOTICE_ANSWERS, type NoticeAnswer, type NoticeOutcome } from './outcomes'

/** A notice as it came in, and as the gateway's port read it. `at` is when we heard of it. */
export type ReceivedNotice = {
  source: 'notice' | 'query'
  raw: Record<string, string>
  reading: Result<Notice, NoticeRefusal>
  at: Date
}

/**
 * What the use case has to do about a notice, in the same transaction: after `paid` raise the event
 * fee-paid; after `refund-opened` tell the payer; else nothing. `answer` goes back to the gateway.
 */
export type NoticeResult = { outcome: NoticeOutcome; answer: NoticeAnswer } & (
  | { kind: 'paid'; dossierId: string; orderId: string; amount: number; paidAt: Date }
  | {
      kind: 'refund-opened'
      dossierId: string
      orderId: string
      refundRequestId: string
      reason: RefundReason
      amount: number
    }
  | { kind: 'ignored' }
)

/**
 * Judges and books one notice, and stores it raw with its outcome whatever it is; a forged one leaves
 * nothing but that row. Locks the dossier first, so that copies of a notice queue up behind it.
 */
export async function recordNotice(
  tx: Transaction,
  received: ReceivedNotice,
): Promise<NoticeResult> {
  const { reading } = received
  if (!reading.ok) return setAside(tx, received, reading.refusal.code)
  const found = await findOrder(tx, { txnRef: storable(reading.value.txnRef) })
  if (!found) return setAside(tx, received, 'unknown-order')
  return judge(tx, received, { notice: reading.value, dossierId: found.dossierId })
}

async function judge(
  tx: Transaction,
  received: ReceivedNotice,
  { notice, dossierId }: { notice: Notice; dossierId: string },
): Promise<NoticeResult> {
  const dossier = await getPayableDossierForUpdate(tx, dossierId)
  const orders = await listOrders(tx, dossierId)
  const order = orders.find(({ txnRef }) => txnRef === notice.txnRef)
  if (!order) throw new Error('an order left its dossier')
  const demanded = dossier.state === 'awaiting-obligation'
  const decision = decideNotice(order, notice, {
    awaitingPayment: dossier.state === 'awaiting-payment' || demanded,
    // An order that is open while a fee in mid-process is due was opened for that fee: what was paid before is another one.
    paidByAnotherOrder:
      !(demanded && order.state === 'open') &&
      orders.some(({ id, state }) => id !== order.id && state === 'paid'),
    booked: await isBooked(tx, moneyInKey(order, notice)),
    at: received.at,
  })
  await keep(tx, received, { orderId: order.id, txnRef: order.txnRef, outcome: decision.outcome })
  return apply(tx, { order, notice, decision, at: received.at })
}

type Judgement = { order: PaymentOrder; notice: Notice; decision: NoticeDecision; at: Date }

async function apply(tx: Transaction, judgement: Judgement): Promise<NoticeResult> {
  const { order, notice, decision, at } = judgement
  const { outcome, orderState, entries, refund } = decision
  const answer = NOTICE_ANSWERS[outcome]
  const paidAt = notice.paidAt ?? at
  if (orderState) await changeOrder(tx, order.id, { state: orderState })
  if (entries.length === 0) return { kind: 'ignored', outcome, answer }

  const ids = { dossierId: order.dossierId, orderId: order.id }
  await bookMoneyIn(tx, { order, notice, entries, at })
  if (refund) {
    const request = await requestRefund(tx, { ...ids, ...refund, at })
    return {
      kind: 'refund-opened',
      outcome,
      answer,
      ...ids,
      ...refund,
      refundRequestId: request.id,
    }
  }
  await changeOrder(tx, order.id, { paidAt })
  await closeOpenOrders(tx, order.dossierId, 'cancelled')
  return { kind: 'paid', outcome, answer, ...ids, amount: order.amount, paidAt }
}

async function setAside(
  tx: Transaction,
  received: ReceivedNotice,
  outcome: NoticeOutcome,
): Promise<NoticeResult> {
  await keep(tx, received, { orderId: null, txnRef: received.raw['vnp_TxnRef'] ?? '', outcome })
  return { kind: 'ignored', outcome, answer: NOTICE_ANSWERS[outcome] }
}

async function keep(
  tx: Transaction,
  { source, raw, at }: ReceivedNotice,
  about: { orderId: string | null; txnRef: string; outcome: NoticeOutcome },
): Promise<void> {
  const { orderId, outcome } = about
  const txnRef = storable(about.txnRef)
  await insertNotice(tx, { id: newId(), orderId, txnRef, source, raw: storable(raw), outcome, at })
}
