import { and, eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { db } from '@/db/client'
import {
  listAccountBalances,
  listOrders,
  listRefundRequests,
  type PaymentOrder,
} from '@/db/queries/payments'
import { dossiers } from '@/db/schema/dossiers'
import { ledgerTransactions, paymentNotices } from '@/db/schema/payments'
import { toVnpayTime } from '@/lib/payments/gateways/vnpay-time'
import { aDossier, fee } from './a-dossier'
import { anOrder, cancelled, minutes, noticeOf, receive } from './the-gateway'

let dossierId: string
let order: PaymentOrder

beforeEach(async () => {
  dossierId = await aDossier()
  order = await anOrder(dossierId)
})

/** All that a payment may change of a dossier. */
async function standing(of = dossierId) {
  const [dossier] = await db.select().from(dossiers).where(eq(dossiers.id, of))
  const orders = await listOrders(db, of)
  const refunds = await listRefundRequests(db, of)
  const balances = await listAccountBalances(db, [of])
  return {
    dossier: dossier?.state,
    orders: orders.map(({ state }) => state),
    refunds: refunds.map(({ reason, amount }) => [reason, amount]),
    books: Object.fromEntries(balances.map(({ account, balance }) => [account, balance])),
  }
}

const untouched = { dossier: 'awaiting-payment', orders: ['open'], refunds: [], books: {} }
const feePaid = {
  dossier: 'submitted',
  refunds: [],
  books: { 'gateway-receivable': fee, 'fees-collected': -fee },
}

async function outcomes(txnRef = order.txnRef): Promise<string[]> {
  const rows = await db.select().from(paymentNotices).where(eq(paymentNotices.txnRef, txnRef))
  return rows.map(({ outcome }) => outcome)
}

describe('a notice', () => {
  it('of a good payment moves the dossier and is on the books', async () => {
    const result = await receive(noticeOf(order))
    expect(result).toMatchObject({
      kind: 'paid',
      dossierId,
      orderId: order.id,
      amount: fee,
      paidAt: minutes(5),
      answer: { RspCode: '00', Message: 'Confirm Success' },
    })
    expect(await standing()).toEqual({ ...feePaid, orders: ['paid'] })
  })

  it('that is forged leaves nothing but its own row', async () => {
    const forged = noticeOf(order, {}, 'a secret of somebody else')
    expect((await receive(forged)).answer.RspCode).toBe('97')
    expect(await standing()).toEqual(untouched)
    const [row] = await db
      .select()
      .from(paymentNotices)
      .where(eq(paymentNotices.txnRef, order.txnRef))
    expect(row).toMatchObject({ orderId: null, outcome: 'bad-signature', raw: forged })
  })

  it('replayed a hundred times at once pays once', async () => {
    const query = noticeOf(order)
    const results = await Promise.all(Array.from({ length: 100 }, () => receive(query)))
    const codes = results.map(({ answer }) => answer.RspCode).sort()
    expect(codes).toEqual(['00', ...Array(99).fill('02')])
    expect(results.filter(({ kind }) => kind === 'paid')).toHaveLength(1)
    expect(await standing()).toEqual({ ...feePaid, orders: ['paid'] })
    expect(await outcomes()).toHaveLength(100)
    const booked = await db
      .select()
      .from(ledgerTransactions)
      .where(eq(ledgerTransactions.dossierId, dossierId))
    expect(booked).toHaveLength(1)
  })

  it('about an order nobody started is answered 01', async () => {
    const result = await receive(noticeOf({ txnRef: 'nobody', amount: fee }))
    expect(result).toMatchObject({ kind: 'ignored', answer: { RspCode: '01' } })
    expect(await outcomes('nobody')).toEqual(['unknown-order'])
  })

  it('to another merchant is answered 01, even with our secret', async () => {
    const result = await receive(noticeOf(order, { vnp_TmnCode: 'OTHER001' }))
    expect(result.answer.RspCode).toBe('01')
    expect(await standing()).toEqual(untouched)
  })

  it('of a wrong amount that nobody paid is answered 04', async () => {
    const result = await receive(noticeOf(order, { vnp_Amount: '100', ...cancelled }))
    expect(result.answer.RspCode).toBe('04')
    expect(await standing()).toEqual(untouched)
  })

  it.each([
    ['too little', fee - 1000, 'wrong-amount'],
    ['too much', fee * 10, 'over-payment'],
  ])('of %s money is answered 04 and owes the money back, once', async (_name, paid, outcome) => {
    const query = noticeOf(order, { vnp_Amount: String(paid * 100) })
    expect(await receive(query)).toMatchObject({
      kind: 'refund-opened',
      reason: 'over-payment',
      amount: paid,
      outcome,
      answer: { RspCode: '04' },
    })
    expect(await receive(query)).toMatchObject({ kind: 'ignored', answer: { RspCode: '04' } })
    const owed = {
      dossier: 'awaiting-payment',
      orders: ['cancelled'],
      refunds: [['over-payment', paid]],
      books: { 'gateway-receivable': paid, 'refunds-payable': -paid },
    }
    expect(await standing()).toEqual(owed)
    // The right payment may still follow, by a fresh order.
    expect(await receive(noticeOf(await anOrder(dossierId)))).toMatchObject({ kind: 'paid' })
  })

  it('of a payment after the order expired owes the money back', async () => {
    const result = await receive(noticeOf(order, { vnp_PayDate: '20261127090000' }))
    expect(result).toMatchObject({
      kind: 'refund-opened',
      reason: 'late-payment',
      answer: { RspCode: '00' },
    })
    expect(await standing()).toMatchObject({
      dossier: 'awaiting-payment',
      orders: ['expired'],
      refunds: [['late-payment', fee]],
    })
    const again = await anOrder(dossierId, minutes(4000))
    const inTime = { vnp_PayDate: toVnpayTime(minutes(4001)) }
    expect(await receive(noticeOf(again, inTime), minutes(4001))).toMatchObject({ kind: 'paid' })
  })

  it('of a payment in time pays, even when it comes three days late', async () => {
    const threeDays = minutes(3 * 24 * 60)
    expect(await receive(noticeOf(order), threeDays)).toMatchObject({ kind: 'paid' })
  })

  it('of a second order owes the second payment back', async () => {
    const second = await anOrder(dossierId, minutes(20))
    expect(second.id).not.toBe(order.id)
    const [first, then] = [noticeOf(second), noticeOf(order)]
    expect(await receive(first)).toMatchObject({ kind: 'paid', orderId: second.id })
    expect(await receive(then)).toMatchObject({ kind: 'refund-opened', reason: 'second-payment' })
    expect(await receive(then)).toMatchObject({ answer: { RspCode: '02' } })
    expect(await standing()).toEqual({
      dossier: 'submitted',
      orders: ['paid', 'expired'],
      refunds: [['second-payment', fee]],
      books: {
        'gateway-receivable': 2 * fee,
        'fees-collected': -fee,
        'refunds-payable': -fee,
      },
    })
  })

  it('of two orders at the same moment pays one and owes the other back', async () => {
    await receive(noticeOf(order, cancelled))
    const second = await anOrder(dossierId)
    const results = await Promise.all([receive(noticeOf(order)), receive(noticeOf(second))])
    expect(results.map(({ kind }) => kind).sort()).toEqual(['paid', 'refund-opened'])
    expect(await standing()).toMatchObject({ refunds: [['second-payment', fee]] })
  })

  it('of a second and a third charge on one order owes both back', async () => {
    await receive(noticeOf(order))
    const again = noticeOf(order)
    expect((await receive(again)).answer.RspCode).toBe('02')
    expect((await receive(again)).answer.RspCode).toBe('02')
    expect((await receive(noticeOf(order))).answer.RspCode).toBe('02')
    expect(await standing()).toMatchObject({
      dossier: 'submitted',
      orders: ['paid'],
      refunds: [['second-payment', 2 * fee]],
    })
  })

  it('of a cancelled payment lets the payer start afresh at once', async () => {
    expect(await receive(noticeOf(order, cancelled))).toMatchObject({
      kind: 'ignored',
      outcome: 'failed',
      answer: { RspCode: '00' },
    })
    expect((await anOrder(dossierId)).id).not.toBe(order.id)
    expect(await standing()).toMatchObject({ orders: ['open', 'cancelled'] })
  })

  it('of a failure that comes after the payment changes nothing', async () => {
    await receive(noticeOf(order))
    expect((await receive(noticeOf(order, cancelled))).answer.RspCode).toBe('02')
    expect(await standing()).toEqual({ ...feePaid, orders: ['paid'] })
  })

  it('of a payment that comes after its failure pays', async () => {
    await receive(noticeOf(order, cancelled))
    expect(await receive(noticeOf(order))).toMatchObject({ kind: 'paid' })
  })

  it('full of rubbish is kept, short and harmless', async () => {
    const rubbish = Object.fromEntries(
      Array.from({ length: 200 }, (_, n) => [`vnp_${n}\0`, '\0'.repeat(9) + 'x'.repeat(9000)]),
    )
    const result = await receive({ vnp_TxnRef: 'rub\0bish', ...rubbish })
    expect(result.answer.RspCode).toBe('97')
    const [row] = await db
      .select()
      .from(paymentNotices)
      .where(and(eq(paymentNotices.txnRef, 'rubbish'), eq(paymentNotices.outcome, 'bad-signature')))
    expect(JSON.stringify(row?.raw).length).toBeLessThan(40_000)
  })
})
