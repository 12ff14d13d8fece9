import type { Notice, Verdict } from '../gateway'
import { fromVnpayTime } from './vnpay-time'

export const SUCCESS = '00'

const STATUS_VERDICT: Record<string, Verdict> = { [SUCCESS]: 'paid', '02': 'failed' }

// Cancelled by the payer, no funds, timed out and the like. Not 07, which took money under suspicion.
const FAILURES = new Set(['09', '10', '11', '12', '13', '24', '51', '65', '75', '79'])

/** A payment is good only when the response code and the transaction status both say so. */
export function noticeVerdict(query: Record<string, string>): Verdict {
  const response = query['vnp_ResponseCode'] ?? ''
  const status = statusVerdict(query['vnp_TransactionStatus'])
  if (response === SUCCESS) return status
  return status === 'failed' || FAILURES.has(response) ? 'failed' : 'pending'
}

/** What VNPAY's transaction status alone says; statuses that are no end count as pending. */
export function statusVerdict(status: string | undefined): Verdict {
  return STATUS_VERDICT[status ?? ''] ?? 'pending'
}

/** The fields that a notice and a query answer share, in our own words. */
export function toNotice(fields: Record<string, string>, verdict: Verdict): Notice {
  return {
    txnRef: fields['vnp_TxnRef'] ?? '',
    amount: toDong(fields['vnp_Amount']),
    verdict,
    transactionNo: fields['vnp_TransactionNo'] ?? '',
    paidAt: fromVnpayTime(fields['vnp_PayDate']),
  }
}

/** VNPAY counts in hundredths of a đồng; a part of a đồng cannot be paid. */
function toDong(hundredths: string | undefined): number | null {
  const amount = /^\d{1,15}$/.test(hundredths ?? '') ? Number(hundredths) / 100 : null
  return Number.isSafeInteger(amount) ? amount : null
}
