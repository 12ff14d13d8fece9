import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { db } from '@/db/client'
import { findOrder, type PaymentOrder } from '@/db/queries/payments'
import { paymentNotices } from '@/db/schema/payments'
import { sign } from '@/lib/payments/gateways/vnpay-signature'
import { toVnpayTime } from '@/lib/payments/gateways/vnpay-time'
import { reconcileOrder, reconcileUncertainOrders } from '@/lib/payments/reconcile'
import { env } from '@/lib/server/env'
import { aDossier } from './a-dossier'
import { anOrder, cancelled, minutes, noticeOf, receive, settle } from './the-gateway'

/** What the gateway knows: the status of each order's transaction by its reference. */
const known = new Map<string, { order: PaymentOrder; status: string }>()
let asked: string[] = []
let down = false
let server: Server

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const txnRef: string = JSON.parse(Buffer.concat(chunks).toString()).vnp_TxnRef
    asked.push(txnRef)
    if (down) return response.destroy()
    return response.end(JSON.stringify(answerAbout(txnRef)))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  process.env['PAYMENT_QUERY_URL'] = `http://127.0.0.1:${port}/merchant_webapi/api/transaction`
})
afterAll(() => server.close())
beforeEach(() => {
  asked = []
  down = false
  known.clear()
})

function answerAbout(txnRef: string): Record<string, string> {
  const about = known.get(txnRef)
  const fields = {
    vnp_ResponseId: 'r1',
    vnp_Command: 'querydr',
    vnp_ResponseCode: about ? '00' : '91',
    vnp_Message: '',
    vnp_TmnCode: env().PAYMENT_TMN_CODE,
    vnp_TxnRef: txnRef,
    vnp_Amount: String((about?.order.amount ?? 0) * 100),
    vnp_BankCode: 'NCB',
    vnp_PayDate: toVnpayTime(minutes(14)),
    vnp_TransactionNo: '14300000',
    vnp_TransactionType: '01',
    vnp_TransactionStatus: about?.status ?? '',
    vnp_OrderInfo: '',
    vnp_PromotionCode: '',
    vnp_PromotionAmount: '',
  }
  const signature = sign(env().PAYMENT_HASH_SECRET, Object.values(fields).join('|'))
  return { ...fields, vnp_SecureHash: signature }
}

async function stateOf({ id }: PaymentOrder) {
  return (await findOrder(db, { id }))?.state
}

async function paidUnheard(): Promise<PaymentOrder> {
  const order = await anOrder(await aDossier())
  known.set(order.txnRef, { order, status: '00' })
  return order
}

describe('asking about one order', () => {
  it('finds a payment whose notice was lost', async () => {
    const order = await paidUnheard()
    expect(await reconcileOrder(order.id, minutes(16), settle)).toBe('confirmed')
    expect(await stateOf(order)).toBe('paid')
    expect(await reconcileOrder(order.id, minutes(17), settle)).toBe('settled')
    expect(asked).toHaveLength(1)
    // The notice comes after all: it is the same movement of money.
    const late = await receive(noticeOf(order, { vnp_TransactionNo: '14300000' }))
    expect(late.answer.RspCode).toBe('02')
  })

  it('does not pay twice when the notice comes at the same moment', async () => {
    const order = await paidUnheard()
    const notice = noticeOf(order, { vnp_TransactionNo: '14300000' })
    await Promise.all([receive(notice), reconcileOrder(order.id, minutes(6), settle)])
    const rows = await db.select().from(paymentNotices).where(eq(paymentNotices.orderId, order.id))
    expect(rows.filter(({ outcome }) => outcome === 'paid')).toHaveLength(1)
  })

  it('waits while the gateway knows of none, and ends the order past the grace of the bank', async () => {
    const order = await anOrder(await aDossier())
    expect(await reconcileOrder(order.id, minutes(5), settle)).toBe('waiting')
    expect(await reconcileOrder(order.id, minutes(44), settle)).toBe('waiting')
    expect(await stateOf(order)).toBe('open')
    expect(await reconcileOrder(order.id, minutes(45), settle)).toBe('settled')
    expect(await stateOf(order)).toBe('expired')
  })

  it('closes an order that the payer cancelled', async () => {
    const order = await anOrder(await aDossier())
    known.set(order.txnRef, { order, status: '02' })
    expect(await reconcileOrder(order.id, minutes(5), settle)).toBe('confirmed')
    expect(await stateOf(order)).toBe('cancelled')
  })

  it('learns nothing from a gateway that is down', async () => {
    const order = await anOrder(await aDossier())
    down = true
    expect(await reconcileOrder(order.id, minutes(60), settle)).toBe('unreachable')
    expect(await stateOf(order)).toBe('open')
  })

  it('knows nothing of an order that is not there', async () => {
    expect(await reconcileOrder(crypto.randomUUID(), minutes(5), settle)).toBe('settled')
  })
})

describe('asking about all uncertain orders', () => {
  const everyFiveMinutes = async (from: number, to: number) => {
    for (let minute = from; minute <= to; minute += 5) {
      await reconcileUncertainOrders(minutes(minute), settle)
    }
  }

  it('finds a lost notice in time, and a payment on an order that a new one replaced', async () => {
    const order = await paidUnheard()
    const other = await anOrder(await aDossier())
    await anOrder(other.dossierId, minutes(16))
    known.set(other.txnRef, { order: other, status: '00' })
    await everyFiveMinutes(20, 20)
    expect(await stateOf(order)).toBe('paid')
    const rows = await db.select().from(paymentNotices).where(eq(paymentNotices.orderId, other.id))
    expect(rows).toMatchObject([{ source: 'query', outcome: 'late-payment' }])
  })

  it('asks until the answer is certain, once more a day later, and then never again', async () => {
    const order = await anOrder(await aDossier())
    const times = () => asked.filter((txnRef) => txnRef === order.txnRef).length
    await everyFiveMinutes(0, 90)
    expect(times()).toBe(9) // at 5, 10 … 45 minutes
    await everyFiveMinutes(24 * 60 + 5, 24 * 60 + 20)
    expect(times()).toBe(10)
    known.set(order.txnRef, { order, status: '00' })
    await everyFiveMinutes(3 * 24 * 60, 3 * 24 * 60 + 10)
    expect(times()).toBe(10)
  })

  it('does not ask about what a notice has settled', async () => {
    const order = await anOrder(await aDossier())
    await receive(noticeOf(order))
    await everyFiveMinutes(5, 60)
    expect(asked).not.toContain(order.txnRef)
  })

  it('asks about a cancelled order too, for the payer may have paid after all', async () => {
    const order = await paidUnheard()
    await receive(noticeOf(order, cancelled))
    await everyFiveMinutes(10, 10)
    expect(await stateOf(order)).toBe('paid')
  })

  it('goes on when one order fails, and stops when the gateway is down', async () => {
    const [bad, good] = [await paidUnheard(), await paidUnheard()]
    const counts = await reconcileUncertainOrders(minutes(6), async (received) => {
      if (received.raw['vnp_TxnRef'] === bad.txnRef) throw new Error('broken')
      return settle(received)
    })
    expect(counts.confirmed).toBeGreaterThanOrEqual(1)
    expect(await stateOf(good)).toBe('paid')
    down = true
    asked = []
    const none = await reconcileUncertainOrders(minutes(7), settle)
    expect(none.unreachable).toBe(1)
    expect(asked).toHaveLength(1)
  })
})
