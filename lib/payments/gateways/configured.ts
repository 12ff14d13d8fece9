import { env } from '@/lib/server/env'
import type { PaymentGateway } from '../gateway'
import { vnpayGateway } from './vnpay'

/** The gateway of this installation, as the settings name it. */
export function paymentGateway(): PaymentGateway {
  const settings = env()
  return vnpayGateway({
    payUrl: settings.PAYMENT_URL,
    queryUrl: settings.PAYMENT_QUERY_URL,
    tmnCode: settings.PAYMENT_TMN_CODE,
    hashSecret: settings.PAYMENT_HASH_SECRET,
    returnUrl: `${settings.PUBLIC_ORIGIN}/api/payments/vnpay/return`,
  })
}
