import { sql } from 'drizzle-orm'
import { bigint, check, index, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { id, moment } from './columns'
import { ofDossier } from './references'

export const paymentOrders = pgTable(
  'payment_orders',
  {
    id: id().primaryKey(),
    dossierId: ofDossier(),
    txnRef: text('txn_ref').notNull(),
    amount: bigint('amount', { mode: 'number' }).notNull(),
    gateway: text('gateway').notNull(),
    state: text('state').$type<'open' | 'paid' | 'expired' | 'cancelled'>().notNull(),
    createdAt: moment('created_at').notNull(),
    expiresAt: moment('expires_at').notNull(),
    paidAt: moment('paid_at'),
    gatewayTransactionNo: text('gateway_transaction_no'),
  },
  (table) => [
    uniqueIndex('payment_orders_txn_ref').on(table.txnRef),
    index('payment_orders_dossier').on(table.dossierId),
    uniqueIndex('payment_orders_one_open').on(table.dossierId).where(sql`${table.state} = 'open'`),
  ],
)

/** Every notice as it came, also the forged ones. */
export const paymentNotices = pgTable(
  'payment_notices',
  {
    id: id().primaryKey(),
    orderId: id('order_id'),
    txnRef: text('txn_ref').notNull(),
    source: text('source').$type<'notice' | 'query'>().notNull(),
    raw: jsonb('raw').$type<Record<string, string>>().notNull(),
    outcome: text('outcome').notNull(),
    at: moment('at').notNull(),
  },
  (table) => [index('payment_notices_order').on(table.orderId)],
)

export const ledgerTransactions = pgTable(
  'ledger_transactions',
  {
    id: id().primaryKey(),
    dossierId: ofDossier(),
    kind: text('kind').notNull(),
    reference: text('reference').notNull(),
    at: moment('at').notNull(),
  },
  (table) => [
    index('ledger_transactions_dossier').on(table.dossierId),
    uniqueIndex('ledger_transactions_reference').on(table.kind, table.reference),
  ],
)

/** Double entry: the debits of a transaction equal its credits (a deferred trigger holds it). */
export const ledgerEntries = pgTable(
  'ledger_entries',
  {
    id: id().primaryKey(),
    transactionId: id('transaction_id')
      .notNull()
      .references(() => ledgerTransactions.id),
    account: text('account').notNull(),
    debit: bigint('debit', { mode: 'number' }).notNull(),
    credit: bigint('credit', { mode: 'number' }).notNull(),
  },
  (table) => [
    index('ledger_entries_transaction').on(table.transactionId),
    check(
      'ledger_entries_one_side',
      sql`${table.debit} >= 0 and ${table.credit} >= 0 and (${table.debit} = 0) <> (${table.credit} = 0)`,
    ),
  ],
)

export const refundRequests = pgTable(
  'refund_requests',
  {
    id: id().primaryKey(),
    dossierId: ofDossier(),
    orderId: id('order_id')
      .notNull()
      .references(() => paymentOrders.id),
    amount: bigint('amount', { mode: 'number' }).notNull(),
    reason: text('reason')
      .$type<
        | 'late-payment'
        | 'second-payment'
        | 'over-payment'
        | 'refused-at-intake'
        | 'withdrawn'
        | 'stopped'
      >()
      .notNull(),
    state: text('state').$type<'open'>().notNull(),
    createdAt: moment('created_at').notNull(),
  },
  (table) => [uniqueIndex('refund_requests_once').on(table.orderId, table.reason)],
)
