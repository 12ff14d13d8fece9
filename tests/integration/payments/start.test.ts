import { describe, expect, it } from 'vitest'
import { db, inTransaction } from '@/db/client'
import { listAccountBalances, listOrders } from '@/db/queries/payments'
import { openRefund } from '@/lib/payments/refund'
import { findReturnPath } from '@/lib/payments/return-path'
import { startPayment } from '@/lib/payments/start'
import { newId } from '@/lib/shared/ids'
import { aDossier, fee } from './a-dossier'
import { anOrder, cancelled, minutes, noticeOf, receive, start } from './the-gateway'

const begin = (dossierId: string, at = start) =>
  inTransaction((tx) => startPayment(tx, { dossierId, locale: 'vi', payerIp: '203.0.113.7', at }))

describe('starting a payment', () => {
  it('sends the payer to the gateway with the fee of the dossier and nobody’s name', async () => {
    const started = await begin(await aDossier())
    if (!started.ok) throw new Error(started.refusal.code)
    const { redirectUrl, orderId, jobs } = started.value
    const sent = new URL(redirectUrl).searchParams
    expect(sent.get('vnp_Amount')).toBe(String(fee * 100))
    expect(sent.get('vnp_OrderInfo')).toMatch(/^Nop phi tham dinh ho so NOP-[0-9A-Z]{10}$/)
    expect(decodeURIComponent(redirectUrl)).not.toMatch(/Mẫu|Mau/)
    expect(jobs).toEqual([
      {
        kind: 'reconcile-payment',
        payload: { orderId },
        key: `reconcile-payment:${orderId}`,
        runAfter: minutes(5),
      },
    ])
  })

  it('from twenty tabs at once opens one order', async () => {
    const dossierId = await aDossier()
    const started = await Promise.all(Array.from({ length: 20 }, () => begin(dossierId)))
    const ids = started.map((result) => (result.ok ? result.value.orderId : ''))
    expect(new Set(ids).size).toBe(1)
    expect(await listOrders(db, dossierId)).toHaveLength(1)
  })

  it('offers the same order for fifteen minutes and then a new one', async () => {
    const dossierId = await aDossier()
    const order = await anOrder(dossierId)
    expect((await anOrder(dossierId, minutes(14))).id).toBe(order.id)
    expect((await anOrder(dossierId, minutes(15))).id).not.toBe(order.id)
    const states = (await listOrders(db, dossierId)).map(({ state }) => state)
    expect(states).toEqual(['open', 'expired'])
  })

  it('is refused when no fee is awaited', async () => {
    expect(await begin(await aDossier('submitted'))).toEqual({
      ok: false,
      refusal: { code: 'not-awaiting-payment' },
    })
  })
})

describe('coming back from the gateway', () => {
  it('leads to the dossier, and changes nothing', async () => {
    const dossierId = await aDossier()
    const order = await anOrder(dossierId)
    expect(await findReturnPath(noticeOf(order))).toBe(
      `/my/dossiers/${dossierId}/payment?returned=paid`,
    )
    expect(await findReturnPath(noticeOf(order, cancelled))).toContain('returned=failed')
    expect(await listOrders(db, dossierId)).toEqual([order])
  })

  it('by an address that the gateway did not sign, or about nothing, leads to the list', async () => {
    const order = await anOrder(await aDossier())
    expect(await findReturnPath(noticeOf(order, {}, 'another secret'))).toBe('/my/dossiers')
    expect(await findReturnPath({})).toBe('/my/dossiers')
    expect(await findReturnPath(noticeOf({ txnRef: 'nobody', amount: fee }))).toBe('/my/dossiers')
  })
})

describe('the refund of a dossier refused at intake', () => {
  const open = (dossierId: string) =>
    inTransaction((tx) =>
      openRefund(tx, { dossierId, reason: 'refused-at-intake', at: minutes(60) }),
    )

  it('owes the fee back, once, even when asked for ten times at once', async () => {
    const dossierId = await aDossier()
    await receive(noticeOf(await anOrder(dossierId)))
    const results = await Promise.all(Array.from({ length: 10 }, () => open(dossierId)))
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    expect(results.find(({ ok }) => ok)).toMatchObject({
      value: { amount: fee, reason: 'refused-at-intake', state: 'open' },
    })
    const balances = await listAccountBalances(db, [dossierId])
    expect(balances.toSorted((a, b) => a.account.localeCompare(b.account))).toEqual([
      { account: 'fees-collected', balance: 0 },
      { account: 'gateway-receivable', balance: fee },
      { account: 'refunds-payable', balance: -fee },
    ])
  })

  it('is refused when nothing was paid', async () => {
    expect(await open(await aDossier())).toEqual({ ok: false, refusal: { code: 'nothing-paid' } })
  })
})

describe('the books', () => {
  it('refuse a one-sided booking at commit, whatever the code believes', async () => {
    const dossierId = await aDossier()
    const { insertBooking } = await import('@/db/queries/payments')
    const id = newId()
    const lopsided = inTransaction((tx) =>
      insertBooking(tx, {
        transaction: { id, dossierId, kind: 'money-in', reference: id, at: start },
        entries: [
          { id: newId(), transactionId: id, account: 'fees-collected', debit: 0, credit: 5 },
        ],
      }),
    )
    await expect(lopsided).rejects.toThrow()
  })
})
