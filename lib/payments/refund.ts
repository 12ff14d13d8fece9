import type { Transaction } from '@/db/client'
import {
  getPayableDossierForUpdate,
  isBooked,
  listOrders,
  type RefundRequest,
} from '@/db/queries/payments'
import { accept, type Result, refuse } from '@/lib/shared/result'
import { transfer } from './accounts'
import { book, requestRefund } from './book'

/** Why a fee that was rightly paid is owed back. */
export type OwedBack = 'refused-at-intake' | 'withdrawn' | 'stopped'
export type RefundRefusal = { code: 'nothing-paid' | 'already-opened' }

/**
 * Opens the refund of a fee that was paid and is no longer due, because the desk refused the dossier
 * at intake, or its owner withdrew or stopped it (domain notes §7.5). The money moves from fees to debts on the books; the voucher and the
 * Treasury follow by people's hands.
 */
export async function openRefund(
  tx: Transaction,
  { dossierId, reason, at }: { dossierId: string; reason: OwedBack; at: Date },
): Promise<Result<RefundRequest, RefundRefusal>> {
  await getPayableDossierForUpdate(tx, dossierId)
  const order = (await listOrders(tx, dossierId)).find(({ state }) => state === 'paid')
  if (!order) return refuse({ code: 'nothing-paid' })
  const key = { kind: 'refund-due', reference: `${order.id}:${reason}` } as const
  if (await isBooked(tx, key)) return refuse({ code: 'already-opened' })

  const entries = transfer(order.amount, 'refunds-payable', 'fees-collected')
  await book(tx, { ...key, dossierId, entries, at })
  const { id: orderId, amount } = order
  return accept(await requestRefund(tx, { dossierId, orderId, amount, reason, at }))
}
