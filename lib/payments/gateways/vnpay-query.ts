import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { accept, type Result, refuse } from '@/lib/shared/result'
import type { QueryAnswer, QueryRefusal } from '../gateway'
import { SUCCESS, statusVerdict, toNotice } from './vnpay-notice'
import { isSignedBy, sign, signedValues } from './vnpay-signature'
import { toVnpayTime } from './vnpay-time'

const TIMEOUT = 10_000
const NOT_FOUND = '91'
const OUR_OWN_IP = '127.0.0.1'

type Fields = Record<string, string>
type AskedOrder = { txnRef: string; createdAt: Date }
type QuerySettings = { queryUrl: string; tmnCode: string; hashSecret: string }

// The JSON may hold numbers where addresses hold text.
const text = z.union([z.string(), z.number(), z.null()]).transform((value) => String(value ?? ''))
const answerFields = z.record(z.string(), text)

/** The fields of an answer that VNPAY signs, in its order. */
const SIGNED_FIELDS = [
  'vnp_ResponseId',
  'vnp_Command',
  'vnp_ResponseCode',
  'vnp_Message',
  'vnp_TmnCode',
  'vnp_TxnRef',
  'vnp_Amount',
  'vnp_BankCode',
  'vnp_PayDate',
  'vnp_TransactionNo',
  'vnp_TransactionType',
  'vnp_TransactionStatus',
  'vnp_OrderInfo',
  'vnp_PromotionCode',
  'vnp_PromotionAmount',
]

/** Asks VNPAY what became of an order (command querydr); an unsigned answer counts for nothing. */
export async function askVnpay(
  settings: QuerySettings,
  order: AskedOrder,
  at: Date,
): Promise<Result<QueryAnswer, QueryRefusal>> {
  const answer = await post(settings.queryUrl, signedQuestion(settings, order, at))
  if (!answer.ok) return answer
  const raw = answer.value
  const signed = signedValues(SIGNED_FIELDS.map((field) => raw[field]))
  if (!isSignedBy(settings.hashSecret, signed, raw['vnp_SecureHash'])) {
    return refuse({ code: 'bad-signature' })
  }
  if (raw['vnp_ResponseCode'] === NOT_FOUND) return refuse({ code: 'not-found' })
  const aboutOurOrder =
    raw['vnp_TmnCode'] === settings.tmnCode && raw['vnp_TxnRef'] === order.txnRef
  if (raw['vnp_ResponseCode'] !== SUCCESS || !aboutOurOrder)
    return refuse({ code: 'gateway-error' })
  return accept({ raw, notice: toNotice(raw, statusVerdict(raw['vnp_TransactionStatus'])) })
}

function signedQuestion(settings: QuerySettings, order: AskedOrder, at: Date): Fields {
  const question = {
    vnp_RequestId: randomUUID().replaceAll('-', ''),
    vnp_Version: '2.1.0',
    vnp_Command: 'querydr',
    vnp_TmnCode: settings.tmnCode,
    vnp_TxnRef: order.txnRef,
    vnp_TransactionDate: toVnpayTime(order.createdAt),
    vnp_CreateDate: toVnpayTime(at),
    vnp_IpAddr: OUR_OWN_IP,
    vnp_OrderInfo: `Truy van giao dich ${order.txnRef}`,
  }
  // The fields stand in the order in which VNPAY signs them.
  const signature = sign(settings.hashSecret, signedValues(Object.values(question)))
  return { ...question, vnp_SecureHash: signature }
}

async function post(url: string, body: Fields): Promise<Result<Fields, QueryRefusal>> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(TIMEOUT),
    })
    if (!response.ok) return refuse({ code: 'gateway-error' })
    const parsed = answerFields.safeParse(await response.json())
    return parsed.success ? accept(parsed.data) : refuse({ code: 'gateway-error' })
  } catch {
    // Refused, timed out, or no JSON: whatever the reason, nothing was learnt.
    return refuse({ code: 'unreachable' })
  }
}
