import { gatewayTime, nextTransactionNo, type Order } from './orders'

/** One call of the portal's notice address. */
export type Notice = { transactionNo: string; delay: number; forged?: true; tries: number }

type Outcome = {
  label: string
  hint: string
  responseCode: '00' | '24' | '51'
  /** What comes in, in đồng × 100. */
  paid: (amount: number) => number
  notices: (order: Order) => Notice[]
}

const MANY = 10
const notice = (order: Order, more: Partial<Notice> = {}): Notice => ({
  transactionNo: order.transactionNo,
  delay: 0,
  tries: MANY,
  ...more,
})

const all = (amount: number) => amount
const nothing = () => 0

/** Everything that may happen between a payer, the gateway and the portal. */
export const outcomes = {
  pay: {
    label: 'Thanh toán',
    hint: 'Thành công, thông báo đến ngay',
    responseCode: '00',
    paid: all,
    notices: (order) => [notice(order)],
  },
  cancel: {
    label: 'Hủy giao dịch',
    hint: 'Mã 24',
    responseCode: '24',
    paid: nothing,
    notices: (order) => [notice(order)],
  },
  'no-funds': {
    label: 'Tài khoản không đủ số dư',
    hint: 'Mã 51',
    responseCode: '51',
    paid: nothing,
    notices: (order) => [notice(order)],
  },
  'lost-notice': {
    label: 'Thanh toán nhưng mất thông báo',
    hint: 'Chỉ lần đối soát mới biết là đã trả tiền',
    responseCode: '00',
    paid: all,
    notices: () => [],
  },
  'late-notice': {
    label: 'Thanh toán, thông báo đến muộn',
    hint: 'Sau 20 giây',
    responseCode: '00',
    paid: all,
    notices: (order) => [notice(order, { delay: 20_000 })],
  },
  'notice-twice': {
    label: 'Thanh toán, một thông báo đến hai lần',
    hint: 'Cùng lúc, cùng một giao dịch',
    responseCode: '00',
    paid: all,
    notices: (order) => [notice(order), notice(order)],
  },
  'pay-twice': {
    label: 'Trả tiền hai lần',
    hint: 'Hai giao dịch khác nhau cho một khoản',
    responseCode: '00',
    paid: all,
    notices: (order) => [
      notice(order),
      notice(order, { transactionNo: nextTransactionNo(), delay: 500 }),
    ],
  },
  'wrong-amount': {
    label: 'Trả sai số tiền',
    hint: 'Thiếu 1.000 đ',
    responseCode: '00',
    paid: (amount) => amount - 100_000,
    notices: (order) => [notice(order, { tries: 1 })],
  },
  forged: {
    label: 'Thông báo giả mạo',
    hint: 'Chữ ký sai, không có tiền vào',
    responseCode: '00',
    paid: nothing,
    notices: (order) => [notice(order, { forged: true, tries: 1 })],
  },
} as const satisfies Record<string, Outcome>

export type OutcomeName = keyof typeof outcomes

export function findOutcome(name: string): OutcomeName | undefined {
  return Object.keys(outcomes).find((key): key is OutcomeName => key === name)
}

/** The order after the payer chose; only a waiting order changes. */
export function settle(order: Order, name: OutcomeName): Order {
  const { responseCode, paid } = outcomes[name]
  if (name === 'forged') return order
  const succeeded = responseCode === '00'
  return {
    ...order,
    state: succeeded ? 'paid' : 'failed',
    responseCode,
    paidAmount: paid(order.amount),
    transactionNo: succeeded ? nextTransactionNo() : '0',
    payDate: gatewayTime(new Date()),
  }
}
