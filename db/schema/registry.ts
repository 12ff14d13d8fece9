import { index, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { agencies } from './agencies'
import { id, moment } from './columns'
import { documents } from './documents'

export type LicenceField = { key: string; label: string; value: string }

/** Bi-temporal register: valid time (from, to) and recorded time; a correction closes a row, never edits it. */
export const licences = pgTable(
  'licences',
  {
    rowId: id('row_id').primaryKey(),
    licenceId: id('licence_id').notNull(),
    /** Key of the result's kind in its procedure, as `gphd`. */
    kind: text('kind').notNull(),
    number: text('number').notNull(),
    agencyId: text('agency_id')
      .notNull()
      .references(() => agencies.id),
    documentId: id('document_id')
      .notNull()
      .references(() => documents.id),
    holderName: text('holder_name').notNull(),
    fields: jsonb('fields').$type<LicenceField[]>().notNull(),
    status: text('status').$type<'in-force' | 'suspended' | 'revoked'>().notNull(),
    /** Why it is not in force, and the document that stands in its place. */
    statusReason: text('status_reason'),
    replacedByDocumentId: id('replaced_by_document_id').references(() => documents.id),
    validFrom: text('valid_from').notNull(),
    validTo: text('valid_to'),
    recordedAt: moment('recorded_at').notNull(),
    supersededAt: moment('superseded_at'),
  },
  (table) => [
    index('licences_number').on(table.number),
    index('licences_licence').on(table.licenceId, table.recordedAt),
    uniqueIndex('licences_document_current').on(table.documentId, table.recordedAt),
  ],
)
