import type { Transaction } from '@/db/client'
import {
  changeOrder,
  insertBooking,
  insertRefundRequest,
  type PaymentOrder,
  type RefundRequest,
} from '@/db/queries/payments'
import { newId } from '@/lib/shared/ids'
import { assertBalanced, type LedgerEntry } from './accounts'
import type { Notice } from './gateway'

type Booking = {
  dossierId: string
  kind: 'money-in' | 'refund-due'
  reference: string
  entries: LedgerEntry[]
  at: Date
}

/**
 * The name of one movement of money on the books: the gateway's number under our order. A wrong
 * amount is part of the name, lest it pass for the right payment that may still follow.
 */
export function moneyInKey(order: Pick<PaymentOrder, 'txnRef' | 'amount'>, notice: Notice) {
  const amount = notice.amount === order.amount ? '' : `:${notice.amount ?? 'unreadable'}`
  return {
    kind: 'money-in',
    reference: `${order.txnRef}:${notice.transactionNo}${amount}`,
  } as const
}

/** Books money that came, and writes the gateway's number onto its order. */
export async function bookMoneyIn(
  tx: Transaction,
  { order, notice, entries, at }: MoneyIn,
): Promise<void> {
  await book(tx, { ...moneyInKey(order, notice), dossierId: order.dossierId, entries, at })
  if (order.state === 'paid') return
  await changeOrder(tx, order.id, { gatewayTransactionNo: notice.transactionNo })
}

type MoneyIn = { order: PaymentOrder; notice: Notice; entries: LedgerEntry[]; at: Date }

/** Writes one transaction of the double-entry ledger. */
export async function book(tx: Transaction, booking: Booking): Promise<void> {
  const { entries, ...transaction } = booking
  assertBalanced(entries)
  const id = newId()
  await insertBooking(tx, {
    transaction: { id, ...transaction },
    entries: entries.map((entry) => ({ id: newId(), transactionId: id, ...entry })),
  })
}

/** Opens a request to pay money back; people decide it. */
export function requestRefund(
  tx: Transaction,
  request: {
    dossierId: string
    orderId: string
    amount: number
    reason: RefundRequest['reason']
    at: Date
  },
): Promise<RefundRequest> {
  const { at, ...rest } = request
  return insertRefundRequest(tx, { id: newId(), state: 'open', createdAt: at, ...rest })
}
