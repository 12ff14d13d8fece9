import { db, inTransaction } from '@/db/client'
import {
  changeOrder,
  findOrder,
  getPayableDossierForUpdate,
  insertNotice,
  listUncertainOrders,
  type PaymentOrder,
} from '@/db/queries/payments'
import { log } from '@/lib/server/log'
import { newId } from '@/lib/shared/ids'
import { accept, type Result } from '@/lib/shared/result'
import type { QueryAnswer, QueryRefusal } from './gateway'
import { paymentGateway } from './gateways/configured'
import { storable } from './keep-raw'
import type { ReceivedNotice } from './record-notice'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** A bank may finish what its customer began at the last minute; only after this is silence an answer. */
const BANK_GRACE = 30 * MINUTE

/** The use case that records a notice and moves its dossier; lib/dossiers gives it. */
export type ConfirmNotice = (received: ReceivedNotice) => Promise<unknown>

/**
 * `confirmed` when the answer was news and went through the use case, `settled` when nothing is open
 * any more, `waiting` when the gateway knows no end yet; else why there was no answer.
 */
export type Reconciliation =
  | 'confirmed'
  | 'settled'
  | 'waiting'
  | Exclude<QueryRefusal['code'], 'not-found'>

/**
 * Asks the gateway what became of one order, for the notice may be lost. `at` is real time. An order
 * found paid goes the same way as if its notice had come.
 */
export async function reconcileOrder(
  orderId: string,
  at: Date,
  confirm: ConfirmNotice,
): Promise<Reconciliation> {
  const order = await findOrder(db, { id: orderId })
  if (!order || order.state === 'paid' || order.gatewayTransactionNo) return 'settled'
  const answer = await paymentGateway().queryOrder(order, at)
  if (!answer.ok && answer.refusal.code !== 'not-found') return answer.refusal.code
  if (answer.ok && isNews(order, answer.value)) {
    const { raw, notice } = answer.value
    await confirm({ source: 'query', raw, reading: accept(notice), at })
    return 'confirmed'
  }
  if (at.getTime() < order.expiresAt.getTime() + BANK_GRACE) return 'waiting'
  await recordNotPaid(order, answer, at)
  return 'settled'
}

function isNews(order: PaymentOrder, { notice }: QueryAnswer): boolean {
  return notice.verdict === 'paid' || (notice.verdict === 'failed' && order.state === 'open')
}

/** Keeps the answer as evidence, so that the order is not asked about for ever. */
function recordNotPaid(
  order: PaymentOrder,
  answer: Result<QueryAnswer, QueryRefusal>,
  at: Date,
): Promise<void> {
  const { id: orderId, txnRef } = order
  const raw = answer.ok ? storable(answer.value.raw) : { refusal: answer.refusal.code }
  return inTransaction(async (tx) => {
    await getPayableDossierForUpdate(tx, order.dossierId)
    const now = await findOrder(tx, { id: orderId })
    if (now?.state === 'open') await changeOrder(tx, orderId, { state: 'expired' })
    await insertNotice(tx, {
      ...{ id: newId(), orderId, txnRef, raw, at },
      source: 'query',
      outcome: 'not-paid',
    })
  })
}

/**
 * Asks about every order whose end is uncertain: from three minutes after its start until the gateway
 * says, past the bank's grace, that nothing was paid, and once more a day later. The cron job runs it
 * every five minutes, so that a lost notice costs less than fifteen. Ends early when the gateway is
 * down; the next run goes on.
 */
export async function reconcileUncertainOrders(
  at: Date,
  confirm: ConfirmNotice,
): Promise<Record<Reconciliation, number>> {
  const counts = { ...NONE }
  const orders = await listUncertainOrders(db, {
    createdBefore: new Date(at.getTime() - 3 * MINUTE),
    createdAfter: new Date(at.getTime() - 7 * DAY),
    askAgainBefore: new Date(at.getTime() - DAY),
  })
  for (const { id } of orders) {
    const result = await reconcileSafely(id, at, confirm)
    if (result) counts[result] += 1
    if (result === 'unreachable') break
  }
  return counts
}

const NONE: Record<Reconciliation, number> = {
  confirmed: 0,
  settled: 0,
  waiting: 0,
  unreachable: 0,
  'gateway-error': 0,
  'bad-signature': 0,
}

/** One order that cannot be settled must not keep the others waiting. */
async function reconcileSafely(
  orderId: string,
  at: Date,
  confirm: ConfirmNotice,
): Promise<Reconciliation | undefined> {
  try {
    return await reconcileOrder(orderId, at, confirm)
  } catch (error) {
    log.error({ err: error, orderId }, 'an order could not be reconciled')
    return undefined
  }
}
