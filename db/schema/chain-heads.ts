import { index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { id, moment } from './columns'

/**
 * Signed heads over the chains of all dossiers: at least one a day, each over the chains that grew
 * since the one before, each naming the hash of the one before. Written once, like the events.
 */
export const chainHeads = pgTable('chain_heads', {
  number: integer('number').primaryKey(),
  /** The day in Viet Nam; a busy day may have several. */
  day: text('day').notNull(),
  at: moment('at').notNull(),
  chains: integer('chains').notNull(),
  events: integer('events').notNull(),
  /** Merkle tree hash (RFC 6962 §2.1) over the leaves in their order. */
  root: text('root').notNull(),
  /** SHA-256 of the payload of the head before; empty for the first. */
  previous: text('previous').notNull(),
  /** What is signed, byte for byte. */
  payload: text('payload').notNull(),
  /** Detached CAdES in base64, its time stamp inside. */
  signature: text('signature').notNull(),
})

/** Which event of which chain a head covers. No reference to the dossier: a leaf outlives what it proves. */
export const chainLeaves = pgTable(
  'chain_leaves',
  {
    headNumber: integer('head_number')
      .notNull()
      .references(() => chainHeads.number),
    position: integer('position').notNull(),
    dossierId: id('dossier_id').notNull(),
    seq: integer('seq').notNull(),
    hash: text('hash').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.headNumber, table.position] }),
    index('chain_leaves_dossier').on(table.dossierId, table.headNumber),
  ],
)
