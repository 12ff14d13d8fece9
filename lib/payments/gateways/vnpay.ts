import { accept, refuse } from '@/lib/shared/result'
import type { OrderToPay, PaymentGateway } from '../gateway'
import { noticeVerdict, toNotice } from './vnpay-notice'
import { askVnpay } from './vnpay-query'
import { isSignedBy, sign, signedQuery } from './vnpay-signature'
import { toVnpayTime } from './vnpay-time'

export type VnpaySettings = {
  payUrl: string
  queryUrl: string
  tmnCode: string
  hashSecret: string
  returnUrl: string
}

/**
 * The gateway VNPAY, interface 2.1.0. Own code, because the npm package `vnpay` 2.5.0 accepts an
 * unsigned query answer, throws before it checks a signature, calls a payment good without its
 * transaction status and shifts the time by the machine's zone; the tests still use it as a second
 * opinion on our signatures.
 */
export function vnpayGateway(settings: VnpaySettings): PaymentGateway {
  return {
    name: 'vnpay',
    startPayment: (order) => payAddress(settings, order),
    readNotice(query) {
      if (!isSignedBy(settings.hashSecret, signedQuery(query), query['vnp_SecureHash'])) {
        return refuse({ code: 'bad-signature' })
      }
      if (query['vnp_TmnCode'] !== settings.tmnCode) return refuse({ code: 'other-merchant' })
      if (!query['vnp_TxnRef']) return refuse({ code: 'unreadable' })
      return accept(toNotice(query, noticeVerdict(query)))
    },
    queryOrder: (order, at) => askVnpay(settings, order, at),
  }
}

function payAddress(settings: VnpaySettings, order: OrderToPay): string {
  const query = signedQuery({
    vnp_Version: '2.1.0',
    vnp_Command: 'pay',
    vnp_TmnCode: settings.tmnCode,
    vnp_Amount: String(order.amount * 100),
    vnp_CurrCode: 'VND',
    vnp_TxnRef: order.txnRef,
    vnp_OrderInfo: plainAscii(order.description),
    vnp_OrderType: 'other',
    vnp_Locale: order.locale === 'en' ? 'en' : 'vn',
    vnp_ReturnUrl: settings.returnUrl,
    vnp_IpAddr: order.payerIp,
    vnp_CreateDate: toVnpayTime(order.createdAt),
    vnp_ExpireDate: toVnpayTime(order.expiresAt),
  })
  const address = new URL(settings.payUrl)
  address.search = `${query}&vnp_SecureHash=${sign(settings.hashSecret, query)}`
  return address.toString()
}

/** Letters, digits, spaces, dots and hyphens only: every form encoder writes these alike. */
function plainAscii(text: string): string {
  const letters = text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D')
  return letters
    .replace(/[^A-Za-z0-9 .-]/g, ' ')
    .replace(/ +/g, ' ')
    .trim()
}
