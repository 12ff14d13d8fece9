import { randomUUID } from 'node:crypto'
import type { Merchant } from './notices'
import { gatewayTime, nextTransactionNo, type Order, type OrderBook } from './orders'
import { type Fields, pipeHash, verifyPipe } from './signature'

const names = (list: string) => list.split(' ').map((name) => `vnp_${name}`)

const REQUESTS: Record<string, readonly string[]> = {
  querydr: names(
    'RequestId Version Command TmnCode TxnRef TransactionDate CreateDate IpAddr OrderInfo',
  ),
  refund: names(
    'RequestId Version Command TmnCode TransactionType TxnRef Amount TransactionNo TransactionDate CreateBy CreateDate IpAddr OrderInfo',
  ),
}
const REFUND_ANSWER = names(
  'ResponseId Command ResponseCode Message TmnCode TxnRef Amount BankCode PayDate TransactionNo TransactionType TransactionStatus OrderInfo',
)
const ANSWERS: Record<string, readonly string[]> = {
  querydr: [...REFUND_ANSWER, ...names('PromotionCode PromotionAmount')],
  refund: REFUND_ANSWER,
}

/** The gateway's own interface for merchants (VNPAY 2.1.0): what became of an order, and refunds. */
export function merchantApi(merchant: Merchant, book: OrderBook) {
  const seen = new Set<string>()
  return (request: Fields): Fields => {
    const command = request['vnp_Command'] ?? ''
    const order = book.find(request['vnp_TxnRef'] ?? '')
    const fields = {
      ...decide({ request, order, merchant, seen, book }),
      ...echo(request, merchant),
    }
    return {
      ...fields,
      vnp_SecureHash: pipeHash(merchant.secret, fields, ANSWERS[command] ?? REFUND_ANSWER),
    }
  }
}

function echo(request: Fields, merchant: Merchant): Fields {
  return {
    vnp_ResponseId: randomUUID().replaceAll('-', ''),
    vnp_Command: request['vnp_Command'] ?? '',
    vnp_TmnCode: merchant.tmnCode,
    vnp_TxnRef: request['vnp_TxnRef'] ?? '',
  }
}

type Call = {
  request: Fields
  order: Order | undefined
  merchant: Merchant
  seen: Set<string>
  book: OrderBook
}

function decide({ request, order, merchant, seen, book }: Call): Fields {
  const signed = REQUESTS[request['vnp_Command'] ?? '']
  const requestId = request['vnp_RequestId'] ?? ''
  if (!signed || requestId === '') return says('03', 'Invalid request')
  if (request['vnp_TmnCode'] !== merchant.tmnCode) return says('02', 'Invalid merchant')
  if (!verifyPipe(merchant.secret, request, signed)) return says('97', 'Invalid checksum')
  if (seen.has(requestId)) return says('94', 'Duplicate request')
  seen.add(requestId)
  if (!order || order.createDate !== request['vnp_TransactionDate'])
    return says('91', 'Order not found')
  return request['vnp_Command'] === 'refund' ? refund(request, order, book) : describe(order)
}

const says = (code: string, message: string): Fields => ({
  vnp_ResponseCode: code,
  vnp_Message: message,
})

function describe(order: Order): Fields {
  const status = { waiting: '01', paid: '00', failed: '02' }[order.state]
  return {
    ...says('00', 'Query success'),
    vnp_Amount: String(order.state === 'paid' ? order.paidAmount : order.amount),
    vnp_BankCode: order.state === 'paid' ? 'NCB' : '',
    vnp_PayDate: order.payDate,
    vnp_TransactionNo: order.transactionNo,
    vnp_TransactionType: '01',
    vnp_TransactionStatus: status,
    vnp_OrderInfo: order.info,
    vnp_PromotionCode: '',
    vnp_PromotionAmount: '',
  }
}

function refund(request: Fields, order: Order, book: OrderBook): Fields {
  const amount = Number(request['vnp_Amount'])
  if (order.state !== 'paid' || !(amount > 0) || order.refunded + amount > order.paidAmount) {
    return says('95', 'Transaction cannot be refunded')
  }
  book.save({ ...order, refunded: order.refunded + amount })
  return {
    ...says('00', 'Refund success'),
    vnp_Amount: String(amount),
    vnp_BankCode: 'NCB',
    vnp_PayDate: gatewayTime(new Date()),
    vnp_TransactionNo: nextTransactionNo(),
    vnp_TransactionType: request['vnp_TransactionType'] ?? '02',
    vnp_TransactionStatus: '05',
    vnp_OrderInfo: request['vnp_OrderInfo'] ?? '',
  }
}
