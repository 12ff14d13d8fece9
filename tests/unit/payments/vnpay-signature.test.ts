import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { VNPay } from 'vnpay'
import { vnpayGateway } from '@/lib/payments/gateways/vnpay'
import { isSignedBy, sign, signedQuery } from '@/lib/payments/gateways/vnpay-signature'
import { fromVnpayTime, toVnpayTime } from '@/lib/payments/gateways/vnpay-time'

const secret = 'a secret shared with the gateway alone'
const gateway = vnpayGateway({
  payUrl: 'https://gateway.test/paymentv2/vpcpay.html',
  queryUrl: 'https://gateway.test/merchant_webapi/api/transaction',
  tmnCode: 'ONEDOOR1',
  hashSecret: secret,
  returnUrl: 'https://portal.test/api/payments/vnpay/return',
})
const theirPackage = new VNPay({
  tmnCode: 'ONEDOOR1',
  secureSecret: secret,
  vnpayHost: 'https://gateway.test',
})

/** The rule of the interface document, written a second time: byte by byte, without URLSearchParams. */
function independentSignature(parameters: Record<string, string>): string {
  const text = Object.entries(parameters)
    .filter(([name, value]) => value && !/^vnp_SecureHash(Type)?$/.test(name))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${name}=${[...Buffer.from(value, 'utf8')].map(formByte).join('')}`)
  return createHmac('sha512', secret).update(text.join('&')).digest('hex')
}

function formByte(byte: number): string {
  const letter = String.fromCharCode(byte)
  if (letter === ' ') return '+'
  if (/[A-Za-z0-9*._-]/.test(letter)) return letter
  return `%${byte.toString(16).toUpperCase().padStart(2, '0')}`
}

const order = {
  txnRef: '0197a0000000700080000000000000aa',
  amount: 1_450_000,
  createdAt: new Date('2026-11-23T18:30:05Z'),
  expiresAt: new Date('2026-11-23T18:45:05Z'),
  description: 'Nộp phí thẩm định hồ sơ NOP-7K2M4XQ9TD (Đặng)',
  locale: 'vi',
  payerIp: '203.0.113.7',
} as const

describe('the address a payer is sent to', () => {
  const address = new URL(gateway.startPayment(order))
  const sent = Object.fromEntries(address.searchParams)

  it('says the amount in hundredths, the time in Vietnam, and no diacritics', () => {
    expect(address.origin + address.pathname).toBe('https://gateway.test/paymentv2/vpcpay.html')
    expect(sent).toMatchObject({
      vnp_Amount: '145000000',
      vnp_CreateDate: '20261124013005',
      vnp_ExpireDate: '20261124014505',
      vnp_OrderInfo: 'Nop phi tham dinh ho so NOP-7K2M4XQ9TD Dang',
      vnp_Locale: 'vn',
      vnp_TxnRef: order.txnRef,
    })
    expect(address.search).toContain('vnp_OrderInfo=Nop+phi+tham+dinh')
  })

  it('is signed as an independent reading of the rule would sign it', () => {
    expect(sent['vnp_SecureHash']).toBe(independentSignature(sent))
  })

  it('is what the npm package builds from the same order', () => {
    const theirs = theirPackage.buildPaymentUrl({
      vnp_Amount: order.amount,
      vnp_TxnRef: order.txnRef,
      vnp_OrderInfo: 'Nop phi tham dinh ho so NOP-7K2M4XQ9TD Dang',
      vnp_IpAddr: order.payerIp,
      vnp_ReturnUrl: 'https://portal.test/api/payments/vnpay/return',
      vnp_CreateDate: 20261124013005,
      vnp_ExpireDate: 20261124014505,
    })
    expect(Object.fromEntries(new URL(theirs).searchParams)).toEqual(sent)
  })
})

describe('a signature', () => {
  const value = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom('', ' ', 'a b', 'a+b', 'ấm %20', '*~!()', "'", '&=?', 'Nguyễn Văn Mẫu'),
  )
  const parameters = fc.dictionary(fc.stringMatching(/^vnp_[A-Za-z]{1,12}$/), value)

  it('agrees with the independent reading for any values', () => {
    fc.assert(
      fc.property(parameters, (fields) => {
        expect(sign(secret, signedQuery(fields))).toBe(independentSignature(fields))
      }),
    )
  })

  it('agrees with the npm package about notices', () => {
    fc.assert(
      fc.property(parameters, fc.boolean(), (fields, spoil) => {
        const notice = { ...fields, vnp_Amount: '145000000', vnp_SecureHashType: 'HmacSHA512' }
        const hash = sign(spoil ? 'another secret' : secret, signedQuery(notice))
        const query = { ...notice, vnp_SecureHash: hash }
        const verdict = theirPackage.verifyReturnUrl(query as never).isVerified
        expect(isSignedBy(secret, signedQuery(query), hash)).toBe(verdict)
        expect(verdict).toBe(!spoil)
      }),
    )
  })

  it('holds for upper-case hexadecimal and for nothing missing, short or changed', () => {
    const hash = sign(secret, 'text')
    expect(isSignedBy(secret, 'text', hash.toUpperCase())).toBe(true)
    for (const wrong of [undefined, '', hash.slice(1), `${hash}0`, hash.replace(/.$/, 'x')]) {
      expect(isSignedBy(secret, 'text', wrong)).toBe(false)
    }
  })
})

describe('the time of the gateway', () => {
  it('is Vietnamese time, there and back, whatever the zone of the machine', () => {
    const instant = fc.date({
      min: new Date('2000-01-01'),
      max: new Date('2100-01-01'),
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(instant, (at) => {
        at.setUTCMilliseconds(0)
        expect(fromVnpayTime(toVnpayTime(at))).toEqual(at)
      }),
    )
  })

  it.each(['', '0', '2026112401300', '20261324013005', '2026-11-24 01:30', undefined])(
    'is not read from %j',
    (text) => {
      expect(fromVnpayTime(text)).toBeNull()
    },
  )
})
