import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Account, assertBalanced, type LedgerEntry, transfer } from '@/lib/payments/accounts'
import { decideNotice, type JudgedOrder, type NoticeDecision } from '@/lib/payments/confirm'
import type { Notice } from '@/lib/payments/gateway'

const fee = 1_450_000
const order: JudgedOrder = {
  state: 'open',
  amount: fee,
  expiresAt: new Date('2026-11-24T02:15:00Z'),
}

describe('a dossier that any notices reach in any order', () => {
  const anyNotice = fc.record({
    order: fc.nat(2),
    amount: fc.constantFrom(fee, fee, fee, fee - 1, fee * 2, null),
    verdict: fc.constantFrom('paid', 'paid', 'failed', 'pending'),
    transactionNo: fc.constantFrom('1', '2', '3'),
    minutesLate: fc.integer({ min: -10, max: 10 }),
  })

  it('balances, collects one fee at most, and owes back the rest to the đồng', () => {
    fc.assert(
      fc.property(fc.array(anyNotice, { maxLength: 40 }), (notices) => {
        const { balances, received, refunds, paidOrders } = replay(notices)
        expect(balances['gateway-receivable']).toBe(received)
        expect(balances['fees-collected']).toBe(0 - paidOrders * fee)
        expect(balances['refunds-payable']).toBe(0 - refunds)
        expect(paidOrders).toBeLessThanOrEqual(1)
        expect(received).toBe(paidOrders * fee + refunds)
      }),
      { numRuns: 500 },
    )
  })
})

type AnyNotice = {
  order: number
  amount: number | null
  verdict: Notice['verdict']
  transactionNo: string
  minutesLate: number
}

/** Feeds notices to three orders of one dossier, keeping the books as the database would. */
function replay(notices: AnyNotice[]) {
  const orders: JudgedOrder[] = Array.from({ length: 3 }, () => ({ ...order }))
  const decisions: NoticeDecision[] = []
  const movements = new Map<string, number>()
  const booked = new Set<string>()
  for (const { order: index, minutesLate, ...rest } of notices) {
    const paying = orders[index] ?? order
    const paidAt = new Date(order.expiresAt.getTime() + minutesLate * 60_000)
    const key = `${index}:${rest.transactionNo}:${rest.amount}`
    const decision = decideNotice(
      paying,
      { txnRef: `ref${index}`, paidAt, ...rest },
      { ...whatStands(orders, paying), booked: booked.has(key), at: paidAt },
    )
    if (rest.verdict === 'paid') movements.set(key, rest.amount ?? 0)
    if (decision.entries.length > 0) booked.add(key)
    decisions.push(decision)
    paying.state = decision.orderState ?? paying.state
  }
  return {
    balances: balancesOf(decisions.flatMap(({ entries }) => entries)),
    received: sum([...movements.values()]),
    refunds: sum(decisions.map(({ refund }) => refund?.amount ?? 0)),
    paidOrders: orders.filter(({ state }) => state === 'paid').length,
  }
}

function balancesOf(entries: LedgerEntry[]): Record<Account, number> {
  const of = (account: Account) =>
    sum(entries.map((entry) => (entry.account === account ? entry.debit - entry.credit : 0)))
  return {
    'gateway-receivable': of('gateway-receivable'),
    'fees-collected': of('fees-collected'),
    'refunds-payable': of('refunds-payable'),
  }
}

function sum(amounts: number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0)
}

function whatStands(orders: JudgedOrder[], paying: JudgedOrder) {
  const paid = orders.filter(({ state }) => state === 'paid')
  return {
    awaitingPayment: paid.length === 0,
    paidByAnotherOrder: paid.some((other) => other !== paying),
  }
}

describe('a booking', () => {
  it('moves an amount from one account to another', () => {
    expect(() =>
      assertBalanced(transfer(fee, 'fees-collected', 'gateway-receivable')),
    ).not.toThrow()
  })

  it.each([
    ['nothing', []],
    ['one side alone', [{ account: 'fees-collected', debit: 0, credit: 5 }]],
    ['unequal sides', [...transfer(5, 'fees-collected', 'refunds-payable').slice(1), side(4)]],
    ['a part of a đồng', transfer(0.5, 'fees-collected', 'refunds-payable')],
    ['no amount', transfer(0, 'fees-collected', 'refunds-payable')],
    ['a negative amount', transfer(-5, 'fees-collected', 'refunds-payable')],
    ['both sides in one entry', [{ account: 'fees-collected', debit: 5, credit: 5 }, side(0)]],
  ] as const)('of %s is refused', (_name, entries) => {
    expect(() => assertBalanced(entries)).toThrow('equal debits and credits')
  })
})

function side(debit: number) {
  return { account: 'refunds-payable', debit, credit: 0 } as const
}
