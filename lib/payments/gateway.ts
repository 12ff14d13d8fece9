import type { Result } from '@/lib/shared/result'

/** What a gateway needs to know of an order to take the payer in. Amount in whole đồng. */
export type OrderToPay = {
  txnRef: string
  amount: number
  createdAt: Date
  expiresAt: Date
  /** Goes onto the payer's bank statement: a reference, never a name or an identity number. */
  description: string
  locale: 'vi' | 'en'
  payerIp: string
}

/** What became of the money: `pending` when the gateway itself does not know yet. */
export type Verdict = 'paid' | 'failed' | 'pending'

/** What the gateway says of a payment, once its signature was found genuine. */
export type Notice = {
  txnRef: string
  /** Whole đồng; null when it cannot be read, which equals no order's amount. */
  amount: number | null
  verdict: Verdict
  /** The gateway's own number of the movement of money. */
  transactionNo: string
  /** When the payer paid, by the gateway's clock. */
  paidAt: Date | null
}

export type NoticeRefusal = { code: 'bad-signature' | 'other-merchant' | 'unreadable' }

/**
 * Why the gateway gave no answer that counts: it cannot be reached, it answers with an error, its
 * signature is wrong, or (an answer in itself) it has never heard of the order.
 */
export type QueryRefusal = { code: 'unreachable' | 'gateway-error' | 'bad-signature' | 'not-found' }

/** The signed answer to a question, as it came and as it reads. */
export type QueryAnswer = { raw: Record<string, string>; notice: Notice }

/** The port to a payment gateway. Nothing but its notices and query answers tells that money came. */
export type PaymentGateway = {
  name: string
  /** The address to send the payer to. */
  startPayment(order: OrderToPay): string
  readNotice(query: Record<string, string>): Result<Notice, NoticeRefusal>
  queryOrder(
    order: { txnRef: string; createdAt: Date },
    at: Date,
  ): Promise<Result<QueryAnswer, QueryRefusal>>
}
