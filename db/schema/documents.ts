import { sql } from 'drizzle-orm'
import { index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { agencies } from './agencies'
import { id, moment } from './columns'
import { files } from './files'
import { ofDossier } from './references'

/** Slips 01–06 of Circular 03/2025/TT-VPCP, the minutes, and the result itself. */
export const DOCUMENT_KINDS = [
  'receipt-slip',
  'supplement-slip',
  'refusal-slip',
  'extension-letter',
  'stop-notice',
  'control-slip',
  'transfer-slip',
  'inspection-notice',
  'inspection-minutes',
  'licence',
  /** Decided, signed and sealed together with the result: the decision on techniques, the GPP certificate. */
  'companion',
] as const
export type DocumentKind = (typeof DOCUMENT_KINDS)[number]

/** A document the agency makes: its snapshot of data, and a file per stage of signing. */
export const documents = pgTable(
  'documents',
  {
    id: id().primaryKey(),
    dossierId: ofDossier(),
    kind: text('kind').$type<DocumentKind>().notNull(),
    /** The second supplement slip, the corrected licence: one more of the same kind. */
    ordinal: integer('ordinal').notNull().default(1),
    data: jsonb('data').$type<unknown>().notNull(),
    verifyCode: text('verify_code'),
    number: text('number'),
    issuedOn: text('issued_on'),
    state: text('state').$type<'prepared' | 'signed' | 'issued'>().notNull(),
    createdAt: moment('created_at').notNull(),
  },
  (table) => [
    uniqueIndex('documents_one_of_a_kind').on(table.dossierId, table.kind, table.ordinal),
    uniqueIndex('documents_verify_code').on(table.verifyCode),
    // What the leader signed and the clerk has not sealed: few at any time.
    index('documents_signed').on(table.createdAt, table.id).where(sql`${table.state} = 'signed'`),
  ],
)

export const documentFiles = pgTable(
  'document_files',
  {
    documentId: id('document_id')
      .notNull()
      .references(() => documents.id),
    stage: text('stage').$type<'prepared' | 'signed' | 'issued'>().notNull(),
    fileId: id('file_id')
      .notNull()
      .references(() => files.id),
    sha256: text('sha256').notNull(),
    at: moment('at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.documentId, table.stage] }),
    index('document_files_sha256').on(table.sha256),
    index('document_files_file').on(table.fileId),
  ],
)

/** Number series of issued documents: one per agency, series and year. */
export const numberSeries = pgTable(
  'number_series',
  {
    agencyId: text('agency_id')
      .notNull()
      .references(() => agencies.id),
    series: text('series').notNull(),
    year: integer('year').notNull(),
    last: integer('last').notNull(),
  },
  (table) => [primaryKey({ columns: [table.agencyId, table.series, table.year] })],
)

/** The number a document got; one per document, one document per number. */
export const documentNumbers = pgTable(
  'document_numbers',
  {
    documentId: id('document_id')
      .primaryKey()
      .references(() => documents.id),
    agencyId: text('agency_id').notNull(),
    series: text('series').notNull(),
    year: integer('year').notNull(),
    ordinal: integer('ordinal').notNull(),
    number: text('number').notNull(),
    issuedOn: text('issued_on').notNull(),
  },
  (table) => [
    uniqueIndex('document_numbers_once').on(
      table.agencyId,
      table.series,
      table.year,
      table.ordinal,
    ),
  ],
)
