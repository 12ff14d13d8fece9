import { describe, expect, it } from 'vitest'
import { vnpayGateway } from '@/lib/payments/gateways/vnpay'
import { sign, signedQuery } from '@/lib/payments/gateways/vnpay-signature'

const secret = 'a secret shared with the gateway alone'
const gateway = vnpayGateway({
  payUrl: 'https://gateway.test/pay',
  queryUrl: 'https://gateway.test/query',
  tmnCode: 'ONEDOOR1',
  hashSecret: secret,
  returnUrl: 'https://portal.test/return',
})

const good = {
  vnp_Amount: '145000000',
  vnp_BankCode: 'NCB',
  vnp_BankTranNo: '',
  vnp_PayDate: '20261124013500',
  vnp_ResponseCode: '00',
  vnp_TmnCode: 'ONEDOOR1',
  vnp_TransactionNo: '14226112',
  vnp_TransactionStatus: '00',
  vnp_TxnRef: 'ref1',
}

function signed(fields: Record<string, string>, key = secret): Record<string, string> {
  return { ...fields, vnp_SecureHash: sign(key, signedQuery(fields)) }
}

describe('a notice', () => {
  it('is read when the gateway signed it', () => {
    expect(gateway.readNotice(signed(good))).toEqual({
      ok: true,
      value: {
        txnRef: 'ref1',
        amount: 1_450_000,
        verdict: 'paid',
        transactionNo: '14226112',
        paidAt: new Date('2026-11-23T18:35:00Z'),
      },
    })
  })

  it.each([
    ['nothing at all', {}, 'bad-signature'],
    ['no signature', good, 'bad-signature'],
    ['a signature by another', signed(good, 'another secret'), 'bad-signature'],
    ['a changed amount', { ...signed(good), vnp_Amount: '100' }, 'bad-signature'],
    ['an added field', { ...signed(good), vnp_Extra: '1' }, 'bad-signature'],
    ['a removed field', omit(signed(good), 'vnp_BankCode'), 'bad-signature'],
    ['another merchant', signed({ ...good, vnp_TmnCode: 'OTHER001' }), 'other-merchant'],
    ['no order', signed(omit(good, 'vnp_TxnRef')), 'unreadable'],
  ])('with %s is refused', (_name, query, code) => {
    expect(gateway.readNotice(query)).toEqual({ ok: false, refusal: { code } })
  })

  it('is judged by its own fields, whatever else stands in the address', () => {
    expect(gateway.readNotice({ ...signed(good), utm_source: 'mail' }).ok).toBe(true)
  })

  it.each([
    ['00', '00', 'paid'],
    ['00', '02', 'failed'],
    ['00', '01', 'pending'],
    ['00', '', 'pending'],
    ['24', '02', 'failed'],
    ['51', '', 'failed'],
    ['07', '00', 'pending'],
    ['24', '00', 'failed'],
    ['', '', 'pending'],
  ])('with response %j and status %j says %s', (response, status, verdict) => {
    const query = signed({ ...good, vnp_ResponseCode: response, vnp_TransactionStatus: status })
    expect(gateway.readNotice(query)).toMatchObject({ value: { verdict } })
  })

  it.each(['', 'x', '-145000000', '145000050', '1e8', '1450000.00', '99999999999999999'])(
    'with the amount %j has no amount that could equal an order',
    (amount) => {
      const query = signed({ ...good, vnp_Amount: amount })
      expect(gateway.readNotice(query)).toMatchObject({ value: { amount: null } })
    },
  )
})

function omit(fields: Record<string, string>, name: string): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).filter(([key]) => key !== name))
}
