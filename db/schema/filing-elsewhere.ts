import { sql } from 'drizzle-orm'
import { index, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { agencies } from './agencies'
import { id, moment } from './columns'
import { ofDossier, post } from './references'

/**
 * A dossier filed elsewhere on its way to the competent agency: its data at once, what it has on paper
 * within one working day (Decree 118/2025 Art. 20). The id is also that of the transfer slip.
 */
export const passings = pgTable(
  'passings',
  {
    id: id().primaryKey(),
    dossierId: ofDossier(),
    fromAgencyId: text('from_agency_id')
      .notNull()
      .references(() => agencies.id),
    toAgencyId: text('to_agency_id')
      .notNull()
      .references(() => agencies.id),
    passedBy: post('passed_by').notNull(),
    passedAt: moment('passed_at').notNull(),
    /** Which papers the counter took on paper; often none. */
    papers: text('papers').array().notNull(),
    /** Until when they have to be there; null when nothing follows on paper. */
    papersDueAt: moment('papers_due_at'),
    confirmedBy: post('confirmed_by'),
    confirmedAt: moment('confirmed_at'),
  },
  (table) => [
    uniqueIndex('passings_dossier').on(table.dossierId),
    index('passings_papers')
      .on(table.papersDueAt, table.id)
      .where(sql`${table.confirmedAt} is null and ${table.papersDueAt} is not null`),
  ],
)
