import type { Order, OrderBook } from './orders'
import type { Notice } from './outcomes'
import { type Fields, signedQuery } from './signature'

export type Merchant = { tmnCode: string; secret: string; noticeUrl: string }

const WAITS = [1, 2, 4, 8, 15, 30, 30, 30, 30].map((seconds) => seconds * 1000)
const PATIENCE = 10_000

/** Fields of the return and of the notice; both say the same. */
export function resultFields(order: Order, merchant: Merchant, transactionNo: string): Fields {
  const succeeded = order.state !== 'failed'
  return {
    vnp_Amount: String(order.state === 'paid' ? order.paidAmount : order.amount),
    vnp_BankCode: succeeded ? 'NCB' : 'VNPAY',
    vnp_BankTranNo: succeeded ? `VNP${transactionNo}` : '',
    vnp_CardType: 'ATM',
    vnp_OrderInfo: order.info,
    vnp_PayDate: order.payDate,
    vnp_ResponseCode: succeeded ? '00' : order.responseCode,
    vnp_TmnCode: merchant.tmnCode,
    vnp_TransactionNo: transactionNo,
    vnp_TransactionStatus: succeeded ? '00' : '02',
    vnp_TxnRef: order.ref,
  }
}

export function resultQuery(order: Order, merchant: Merchant, notice: Notice): string {
  const secret = notice.forged ? `not-${merchant.secret}` : merchant.secret
  return signedQuery(secret, resultFields(order, merchant, notice.transactionNo))
}

/**
 * Tells the portal, again and again until it says 00 (confirmed) or 02 (known already), as the
 * gateway does; the real one waits five minutes between tries.
 */
export async function deliver(
  book: OrderBook,
  merchant: Merchant,
  job: { ref: string; notice: Notice },
) {
  const { ref, notice } = job
  await sleep(notice.delay)
  for (let attempt = 0; attempt < notice.tries; attempt += 1) {
    if (attempt > 0) await sleep(WAITS[attempt - 1] ?? 30_000)
    const order = book.find(ref)
    if (!order) return
    const answer = await call(`${merchant.noticeUrl}?${resultQuery(order, merchant, notice)}`)
    remember(book, ref, {
      at: new Date().toISOString(),
      transactionNo: notice.transactionNo,
      answer,
    })
    if (/^0[02] /.test(answer)) return
  }
}

function remember(book: OrderBook, ref: string, entry: Order['notices'][number]): void {
  const order = book.find(ref)
  if (order) book.save({ ...order, notices: [...order.notices, entry] })
}

async function call(url: string): Promise<string> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(PATIENCE) })
    const { RspCode, Message } = JSON.parse(await response.text())
    return `${RspCode} ${Message}`
  } catch (error) {
    return `không gọi được: ${error instanceof Error ? error.message : 'lỗi'}`
  }
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, milliseconds).unref())
}
