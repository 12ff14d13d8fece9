import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import type { Fields } from './signature'

const order = z.object({
  ref: z.string(),
  /** As the protocol counts: đồng × 100. */
  amount: z.number().int(),
  info: z.string(),
  createDate: z.string(),
  returnUrl: z.string(),
  state: z.enum(['waiting', 'paid', 'failed']),
  responseCode: z.string(),
  /** What truly came in, đồng × 100; differs from `amount` only in the wrong-amount case. */
  paidAmount: z.number().int(),
  transactionNo: z.string(),
  payDate: z.string(),
  refunded: z.number().int(),
  notices: z.array(z.object({ at: z.string(), transactionNo: z.string(), answer: z.string() })),
})

export type Order = z.infer<typeof order>

/** Orders live in one file, so that a restarted gateway still knows who paid. */
export type OrderBook = {
  find: (ref: string) => Order | undefined
  all: () => Order[]
  save: (order: Order) => void
}

export function openOrderBook(folder: string): OrderBook {
  const file = join(folder, 'payments.json')
  const stored = existsSync(file)
    ? z.array(order).parse(JSON.parse(readFileSync(file, 'utf8')))
    : []
  const orders = new Map(stored.map((entry) => [entry.ref, entry]))
  return {
    find: (ref) => orders.get(ref),
    all: () => [...orders.values()].reverse(),
    save: (entry) => {
      orders.set(entry.ref, entry)
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(`${file}.new`, JSON.stringify([...orders.values()], null, 1))
      renameSync(`${file}.new`, file)
    },
  }
}

export function newOrder(fields: Fields): Order {
  return {
    ref: fields['vnp_TxnRef'] ?? '',
    amount: Number(fields['vnp_Amount']),
    info: fields['vnp_OrderInfo'] ?? '',
    createDate: fields['vnp_CreateDate'] ?? '',
    returnUrl: fields['vnp_ReturnUrl'] ?? '',
    state: 'waiting',
    responseCode: '',
    paidAmount: 0,
    transactionNo: '0',
    payDate: '',
    refunded: 0,
    notices: [],
  }
}

/** yyyyMMddHHmmss in Việt Nam. */
export function gatewayTime(at: Date): string {
  const local = new Date(at.getTime() + 7 * 3_600_000)
  return local.toISOString().replace(/\D/g, '').slice(0, 14)
}

let lastTransactionNo = 0

/** Numbers rise and never come twice, over restarts too. */
export function nextTransactionNo(): string {
  lastTransactionNo = Math.max(lastTransactionNo + 1, Math.floor(Date.now() / 100))
  return String(lastTransactionNo)
}
