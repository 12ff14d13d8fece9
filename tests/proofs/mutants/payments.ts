import type { Mutant } from './mutant'

const GATEWAY = {
  file: 'lib/payments/gateways/vnpay.ts',
  tests: ['unit/payments/vnpay-notice', 'integration/payments/notices'],
}
const CONFIRM = { file: 'lib/payments/confirm.ts', tests: ['unit/payments/confirm'] }

/** The money. */
export const PAYMENT_MUTANTS: Mutant[] = [
  {
    guard: 'a notice is signed by the gateway',
    ...GATEWAY,
    from: "if (!isSignedBy(settings.hashSecret, signedQuery(query), query['vnp_SecureHash'])) {",
    to: "if (!isSignedBy(settings.hashSecret, signedQuery(query), query['vnp_SecureHash']) && !query['vnp_TxnRef']) {",
  },
  {
    guard: 'a notice is for us',
    ...GATEWAY,
    from: "if (query['vnp_TmnCode'] !== settings.tmnCode) return refuse({ code: 'other-merchant' })",
    to: '',
  },
  {
    guard: 'the amount is the fee',
    ...CONFIRM,
    from: 'if (notice.amount !== order.amount) return wrongAmount(order, notice, facts)',
    to: 'if (notice.amount === -1) return wrongAmount(order, notice, facts)',
  },
  {
    guard: 'a payment is booked once',
    ...CONFIRM,
    from: "if (facts.booked) return unchanged('already-confirmed')",
    to: '',
  },
  {
    guard: 'a fee is paid by one order',
    ...CONFIRM,
    from: "if (facts.paidByAnotherOrder) return owedBack('second-payment', 'second-payment', order)",
    to: '',
  },
  {
    guard: 'a late payment pays no fee',
    ...CONFIRM,
    from: "return !awaitingPayment || order.state === 'expired' || paidAt > order.expiresAt",
    to: 'return !awaitingPayment && paidAt < at && false',
  },
  {
    guard: 'a failed payment pays nothing',
    ...CONFIRM,
    from: "if (notice.verdict !== 'paid') return withoutMoney(order, notice.verdict)",
    to: "if (notice.verdict === 'pending') return withoutMoney(order, notice.verdict)",
  },
  {
    guard: 'copies of a notice wait for each other',
    file: 'db/queries/payments.ts',
    tests: ['integration/payments/notices'],
    from: ".for('update')",
    to: '',
    only: 'replayed a hundred times|of two orders at the same moment',
  },
  {
    guard: 'an answer of the gateway is signed',
    file: 'lib/payments/gateways/vnpay-query.ts',
    tests: ['unit/payments/vnpay-query'],
    from: "if (!isSignedBy(settings.hashSecret, signed, raw['vnp_SecureHash'])) {",
    to: "if (signed === '') {",
  },
  {
    guard: 'an answer of the gateway is about our order',
    file: 'lib/payments/gateways/vnpay-query.ts',
    tests: ['unit/payments/vnpay-query'],
    from: "raw['vnp_TmnCode'] === settings.tmnCode && raw['vnp_TxnRef'] === order.txnRef",
    to: "raw['vnp_TmnCode'] === settings.tmnCode",
  },
]
