import { eq } from 'drizzle-orm'
import { inTransaction } from '@/db/client'
import { findOrder, type PaymentOrder } from '@/db/queries/payments'
import { dossiers } from '@/db/schema/dossiers'
import { paymentGateway } from '@/lib/payments/gateways/configured'
import { sign, signedQuery } from '@/lib/payments/gateways/vnpay-signature'
import { toVnpayTime } from '@/lib/payments/gateways/vnpay-time'
import { type ReceivedNotice, recordNotice } from '@/lib/payments/record-notice'
import { type StartedPayment, startPayment } from '@/lib/payments/start'
import { env } from '@/lib/server/env'

export const start = new Date('2026-11-24T02:00:00Z')
export const minutes = (count: number) => new Date(start.getTime() + count * 60_000)
let movements = 14_226_000

/** Starts a payment and gives the order behind it. */
export async function anOrder(dossierId: string, at = start): Promise<PaymentOrder> {
  const started = await inTransaction((tx) =>
    startPayment(tx, { dossierId, locale: 'vi', payerIp: '203.0.113.7', at }),
  )
  if (!started.ok) throw new Error(started.refusal.code)
  return getOrder(started.value)
}

async function getOrder({ orderId }: StartedPayment): Promise<PaymentOrder> {
  const order = await inTransaction((tx) => findOrder(tx, { id: orderId }))
  if (!order) throw new Error('the order is gone')
  return order
}

/** A notice about an order as the gateway signs it: paid five minutes after the start unless told else. */
export function noticeOf(
  order: Pick<PaymentOrder, 'txnRef' | 'amount'>,
  change: Record<string, string> = {},
  secret = env().PAYMENT_HASH_SECRET,
): Record<string, string> {
  movements += 1
  const fields = {
    vnp_Amount: String(order.amount * 100),
    vnp_BankCode: 'NCB',
    vnp_OrderInfo: 'Nop phi tham dinh',
    vnp_PayDate: toVnpayTime(minutes(5)),
    vnp_ResponseCode: '00',
    vnp_TmnCode: env().PAYMENT_TMN_CODE,
    vnp_TransactionNo: String(movements),
    vnp_TransactionStatus: '00',
    vnp_TxnRef: order.txnRef,
    ...change,
  }
  return { ...fields, vnp_SecureHash: sign(secret, signedQuery(fields)) }
}

/** A payment that the payer cancelled at the gateway. */
export const cancelled = { vnp_ResponseCode: '24', vnp_TransactionStatus: '02' }

/** Does with a notice what the use case does: records it and moves the dossier when it is paid. */
export function receive(query: Record<string, string>, at = minutes(5)) {
  const reading = paymentGateway().readNotice(query)
  return settle({ source: 'notice', raw: query, reading, at })
}

export function settle(received: ReceivedNotice) {
  return inTransaction(async (tx) => {
    const result = await recordNotice(tx, received)
    if (result.kind === 'paid') {
      const paid = { state: 'submitted', paymentState: 'paid' } as const
      await tx.update(dossiers).set(paid).where(eq(dossiers.id, result.dossierId))
    }
    return result
  })
}
