import { type LedgerEntry, transfer } from './accounts'
import type { Notice } from './gateway'
import type { NoticeOutcome } from './outcomes'

export type OrderState = 'open' | 'paid' | 'expired' | 'cancelled'
export type RefundReason = 'late-payment' | 'second-payment' | 'over-payment' | 'refused-at-intake'

/** An order as far as a notice is judged by it; the amount in whole đồng. */
export type JudgedOrder = { state: OrderState; amount: number; expiresAt: Date }

/** What stood when the notice came, read under the lock of the dossier. */
export type PaymentFacts = {
  awaitingPayment: boolean
  paidByAnotherOrder: boolean
  /** The same movement of money is on the books already. */
  booked: boolean
  at: Date
}

export type NoticeDecision = {
  outcome: NoticeOutcome
  /** The order's next state; null leaves it. */
  orderState: OrderState | null
  /** The booking; empty when no money came, or it is booked already. */
  entries: LedgerEntry[]
  refund: { reason: RefundReason; amount: number } | null
}

/**
 * What a genuine notice about a known order means (domain notes §7.2, in that order: amount 04, not
 * yet confirmed 02, both codes 00). Money that came but pays no fee is booked as owed back and asks
 * for a refund, which people decide (§7.5); nothing is sent back by itself and nothing is dropped.
 */
export function decideNotice(
  order: JudgedOrder,
  notice: Notice,
  facts: PaymentFacts,
): NoticeDecision {
  if (notice.amount !== order.amount) return wrongAmount(order, notice, facts)
  if (facts.booked) return unchanged('already-confirmed')
  if (notice.verdict !== 'paid') return withoutMoney(order, notice.verdict)
  if (order.state === 'paid') return owedBack('charged-again', 'second-payment', order)
  if (facts.paidByAnotherOrder) return owedBack('second-payment', 'second-payment', order)
  if (isLate(order, notice, facts)) return owedBack('late-payment', 'late-payment', order)
  return {
    outcome: 'paid',
    orderState: 'paid',
    entries: transfer(order.amount, 'fees-collected', 'gateway-receivable'),
    refund: null,
  }
}

/** An amount that settles no order: the order fails, and the money, if it came, is owed back whole. */
function wrongAmount(order: JudgedOrder, notice: Notice, facts: PaymentFacts): NoticeDecision {
  const amount = notice.amount ?? 0
  const outcome = amount > order.amount ? 'over-payment' : 'wrong-amount'
  if (notice.verdict !== 'paid' || amount === 0 || facts.booked) return unchanged(outcome)
  return owedBack(outcome, 'over-payment', { ...order, amount })
}

/** A failed payment closes its order, so that the payer may start afresh at once. */
function withoutMoney(order: JudgedOrder, verdict: 'failed' | 'pending'): NoticeDecision {
  if (order.state !== 'open') return unchanged('already-confirmed')
  return { ...unchanged(verdict), orderState: verdict === 'failed' ? 'cancelled' : null }
}

/** By the moment the payer paid, not the moment we heard of it: a lost notice may come days later. */
function isLate(order: JudgedOrder, notice: Notice, { awaitingPayment, at }: PaymentFacts) {
  const paidAt = notice.paidAt ?? at
  return !awaitingPayment || order.state === 'expired' || paidAt > order.expiresAt
}

function owedBack(
  outcome: NoticeOutcome,
  reason: RefundReason,
  order: Pick<JudgedOrder, 'state' | 'amount'>,
): NoticeDecision {
  return {
    outcome,
    orderState: order.state === 'open' ? CLOSED_AS[reason] : null,
    entries: transfer(order.amount, 'refunds-payable', 'gateway-receivable'),
    refund: { reason, amount: order.amount },
  }
}

const CLOSED_AS = {
  'late-payment': 'expired',
  'second-payment': 'cancelled',
  'over-payment': 'cancelled',
  'refused-at-intake': 'paid',
} as const satisfies Record<RefundReason, OrderState>

function unchanged(outcome: NoticeOutcome): NoticeDecision {
  return { outcome, orderState: null, entries: [], refund: null }
}
