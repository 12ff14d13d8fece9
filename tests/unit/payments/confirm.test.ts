import { describe, expect, it } from 'vitest'
import { decideNotice, type JudgedOrder, type PaymentFacts } from '@/lib/payments/confirm'
import type { Notice } from '@/lib/payments/gateway'
import { NOTICE_ANSWERS } from '@/lib/payments/outcomes'

const fee = 1_450_000
const at = new Date('2026-11-24T02:05:00Z')
const order: JudgedOrder = {
  state: 'open',
  amount: fee,
  expiresAt: new Date('2026-11-24T02:15:00Z'),
}
const notice: Notice = {
  txnRef: 'ref1',
  amount: fee,
  verdict: 'paid',
  transactionNo: '14226112',
  paidAt: at,
}
const facts: PaymentFacts = { awaitingPayment: true, paidByAnotherOrder: false, booked: false, at }

type Row = {
  name: string
  order?: Partial<JudgedOrder>
  notice?: Partial<Notice>
  facts?: Partial<PaymentFacts>
  outcome: keyof typeof NOTICE_ANSWERS
  code: string
  state?: string
  refund?: { reason: string; amount: number }
}

const late = new Date('2026-11-24T02:15:01Z')
const inThreeDays = new Date('2026-11-27T02:05:00Z')
const TABLE: Row[] = [
  { name: 'a good payment', outcome: 'paid', code: '00', state: 'paid' },
  {
    name: 'a payment in time whose notice comes three days late',
    facts: { at: inThreeDays },
    outcome: 'paid',
    code: '00',
    state: 'paid',
  },
  {
    name: 'a replay',
    order: { state: 'paid' },
    facts: { booked: true, awaitingPayment: false },
    outcome: 'already-confirmed',
    code: '02',
  },
  {
    name: 'a failure after the payment',
    order: { state: 'paid' },
    notice: { verdict: 'failed' },
    outcome: 'already-confirmed',
    code: '02',
  },
  {
    name: 'a payment after a failure',
    order: { state: 'cancelled' },
    outcome: 'paid',
    code: '00',
    state: 'paid',
  },
  {
    name: 'a cancelled payment',
    notice: { verdict: 'failed' },
    outcome: 'failed',
    code: '00',
    state: 'cancelled',
  },
  {
    name: 'a failure told twice',
    order: { state: 'cancelled' },
    notice: { verdict: 'failed' },
    outcome: 'already-confirmed',
    code: '02',
  },
  {
    name: 'a payment under suspicion',
    notice: { verdict: 'pending' },
    outcome: 'pending',
    code: '00',
  },
  {
    name: 'too little money',
    notice: { amount: fee - 1 },
    outcome: 'wrong-amount',
    code: '04',
    state: 'cancelled',
    refund: { reason: 'over-payment', amount: fee - 1 },
  },
  {
    name: 'too much money',
    notice: { amount: fee * 100 },
    outcome: 'over-payment',
    code: '04',
    state: 'cancelled',
    refund: { reason: 'over-payment', amount: fee * 100 },
  },
  {
    name: 'too much money, told again',
    notice: { amount: fee * 100 },
    facts: { booked: true },
    outcome: 'over-payment',
    code: '04',
  },
  {
    name: 'a wrong amount that was not paid',
    notice: { amount: 1, verdict: 'failed' },
    outcome: 'wrong-amount',
    code: '04',
  },
  {
    name: 'an amount that cannot be read',
    notice: { amount: null },
    outcome: 'wrong-amount',
    code: '04',
  },
  {
    name: 'a wrong amount for a paid order',
    order: { state: 'paid' },
    notice: { amount: 1, verdict: 'failed' },
    outcome: 'wrong-amount',
    code: '04',
  },
  {
    name: 'a payment after the order expired',
    notice: { paidAt: late },
    outcome: 'late-payment',
    code: '00',
    state: 'expired',
    refund: { reason: 'late-payment', amount: fee },
  },
  {
    name: 'a payment whose time is not told, heard of late',
    notice: { paidAt: null },
    facts: { at: inThreeDays },
    outcome: 'late-payment',
    code: '00',
    state: 'expired',
    refund: { reason: 'late-payment', amount: fee },
  },
  {
    name: 'a payment for an order already marked expired',
    order: { state: 'expired' },
    outcome: 'late-payment',
    code: '00',
    refund: { reason: 'late-payment', amount: fee },
  },
  {
    name: 'a payment for a dossier that awaits none',
    facts: { awaitingPayment: false },
    outcome: 'late-payment',
    code: '00',
    state: 'expired',
    refund: { reason: 'late-payment', amount: fee },
  },
  {
    name: 'a payment of a second order',
    facts: { awaitingPayment: false, paidByAnotherOrder: true },
    outcome: 'second-payment',
    code: '00',
    state: 'cancelled',
    refund: { reason: 'second-payment', amount: fee },
  },
  {
    name: 'a second charge on a paid order',
    order: { state: 'paid' },
    notice: { transactionNo: '2' },
    outcome: 'charged-again',
    code: '02',
    refund: { reason: 'second-payment', amount: fee },
  },
]

describe('a genuine notice about a known order', () => {
  it.each(TABLE)('$name → $outcome ($code)', (row) => {
    const decision = decideNotice(
      { ...order, ...row.order },
      { ...notice, ...row.notice },
      { ...facts, ...row.facts },
    )
    expect(decision.outcome).toBe(row.outcome)
    expect(NOTICE_ANSWERS[decision.outcome].RspCode).toBe(row.code)
    expect(decision.orderState ?? undefined).toBe(row.state)
    expect(decision.refund ?? undefined).toEqual(row.refund)
    const moneyCame = row.outcome === 'paid' || row.refund !== undefined
    expect(decision.entries.length > 0).toBe(moneyCame)
  })

  it('books a fee as a fee, and money that pays no fee as a debt', () => {
    expect(decideNotice(order, notice, facts).entries).toEqual([
      { account: 'gateway-receivable', debit: fee, credit: 0 },
      { account: 'fees-collected', debit: 0, credit: fee },
    ])
    const { entries } = decideNotice(order, notice, { ...facts, awaitingPayment: false })
    expect(entries[1]).toEqual({ account: 'refunds-payable', debit: 0, credit: fee })
  })
})
