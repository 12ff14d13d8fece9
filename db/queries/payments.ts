import { and, asc, desc, eq, gt, inArray, isNull, lt, ne, sql } from 'drizzle-orm'
import type { Queryable, Transaction } from '@/db/client'
import { dossiers } from '@/db/schema/dossiers'
import {
  ledgerEntries,
  ledgerTransactions,
  paymentNotices,
  paymentOrders,
  refundRequests,
} from '@/db/schema/payments'

export type PaymentOrder = typeof paymentOrders.$inferSelect
export type RefundRequest = typeof refundRequests.$inferSelect
type NewNotice = typeof paymentNotices.$inferInsert
type OrderChange = Partial<Pick<PaymentOrder, 'state' | 'paidAt' | 'gatewayTransactionNo'>>
type Booking = {
  transaction: typeof ledgerTransactions.$inferInsert
  entries: (typeof ledgerEntries.$inferInsert)[]
}

/** A dossier as payments see it: locked, so that whoever pays or moves it next waits. */
export async function getPayableDossierForUpdate(tx: Transaction, dossierId: string) {
  const [row] = await tx
    .select({
      id: dossiers.id,
      state: dossiers.state,
      feeVnd: dossiers.feeVnd,
      submissionReference: dossiers.submissionReference,
    })
    .from(dossiers)
    .where(eq(dossiers.id, dossierId))
    .for('update')
  if (!row) throw new Error(`no dossier ${dossierId}`)
  return row
}

/** The orders of a dossier, newest first. Their lock is the dossier's. */
export function listOrders(on: Queryable, dossierId: string): Promise<PaymentOrder[]> {
  return on
    .select()
    .from(paymentOrders)
    .where(eq(paymentOrders.dossierId, dossierId))
    .orderBy(desc(paymentOrders.createdAt), desc(paymentOrders.id))
}

export async function findOrder(
  on: Queryable,
  key: { id: string } | { txnRef: string },
): Promise<PaymentOrder | undefined> {
  const which = 'id' in key ? eq(paymentOrders.id, key.id) : eq(paymentOrders.txnRef, key.txnRef)
  const [row] = await on.select().from(paymentOrders).where(which)
  return row
}

export async function insertOrder(tx: Transaction, order: PaymentOrder): Promise<void> {
  await tx.insert(paymentOrders).values(order)
}

export async function changeOrder(
  tx: Transaction,
  orderId: string,
  change: OrderChange,
): Promise<void> {
  await tx.update(paymentOrders).set(change).where(eq(paymentOrders.id, orderId))
}

/** Ends the orders of a dossier that still wait, as `state`. */
export async function closeOpenOrders(
  tx: Transaction,
  dossierId: string,
  state: 'expired' | 'cancelled',
): Promise<void> {
  await tx
    .update(paymentOrders)
    .set({ state })
    .where(and(eq(paymentOrders.dossierId, dossierId), eq(paymentOrders.state, 'open')))
}

export async function insertNotice(on: Queryable, notice: NewNotice): Promise<void> {
  await on.insert(paymentNotices).values(notice)
}

/** Whether a movement of money is on the books. */
export async function isBooked(
  on: Queryable,
  key: { kind: string; reference: string },
): Promise<boolean> {
  const rows = await on
    .select({ id: ledgerTransactions.id })
    .from(ledgerTransactions)
    .where(
      and(eq(ledgerTransactions.kind, key.kind), eq(ledgerTransactions.reference, key.reference)),
    )
  return rows.length > 0
}

export async function insertBooking(tx: Transaction, booking: Booking): Promise<void> {
  await tx.insert(ledgerTransactions).values(booking.transaction)
  await tx.insert(ledgerEntries).values(booking.entries)
}

/** Opens a refund request; a second sum for the same order and reason is added to the first. */
export async function insertRefundRequest(
  tx: Transaction,
  request: typeof refundRequests.$inferInsert,
): Promise<RefundRequest> {
  const [row] = await tx
    .insert(refundRequests)
    .values(request)
    .onConflictDoUpdate({
      target: [refundRequests.orderId, refundRequests.reason],
      set: { amount: sql`${refundRequests.amount} + excluded.amount` },
    })
    .returning()
  if (!row) throw new Error('a refund request was not written')
  return row
}

export function listRefundRequests(on: Queryable, dossierId: string): Promise<RefundRequest[]> {
  return on
    .select()
    .from(refundRequests)
    .where(eq(refundRequests.dossierId, dossierId))
    .orderBy(asc(refundRequests.createdAt))
}

/**
 * Orders whose end is not certain: no money booked, old enough to ask about, and not yet answered
 * 'not-paid' for good (once after expiry, and once more after `askAgainBefore`). Oldest first.
 */
export function listUncertainOrders(
  on: Queryable,
  limits: { createdBefore: Date; createdAfter: Date; askAgainBefore: Date },
): Promise<PaymentOrder[]> {
  const askAgainBefore = limits.askAgainBefore.toISOString()
  const answers = sql`(select count(*) from ${paymentNotices} where ${paymentNotices.orderId} = ${paymentOrders.id}
    and ${paymentNotices.source} = 'query' and ${paymentNotices.outcome} = 'not-paid')`
  const wanted = sql`case when ${paymentOrders.createdAt} < ${askAgainBefore}::timestamptz then 2 else 1 end`
  return on
    .select()
    .from(paymentOrders)
    .where(
      and(
        ne(paymentOrders.state, 'paid'),
        isNull(paymentOrders.gatewayTransactionNo),
        lt(paymentOrders.createdAt, limits.createdBefore),
        gt(paymentOrders.createdAt, limits.createdAfter),
        sql`${answers} < ${wanted}`,
      ),
    )
    .orderBy(asc(paymentOrders.createdAt))
    .limit(1000)
}

/** Balance of every account (debits less credits, whole đồng); over one dossier or over all. */
export function listAccountBalances(on: Queryable, dossierIds?: string[]) {
  return on
    .select({
      account: ledgerEntries.account,
      balance: sql<number>`sum(${ledgerEntries.debit} - ${ledgerEntries.credit})`.mapWith(Number),
    })
    .from(ledgerEntries)
    .innerJoin(ledgerTransactions, eq(ledgerTransactions.id, ledgerEntries.transactionId))
    .where(dossierIds && inArray(ledgerTransactions.dossierId, dossierIds))
    .groupBy(ledgerEntries.account)
}
