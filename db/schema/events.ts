import { index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { id, moment } from './columns'

/**
 * The record nobody rewrites: partitioned by month (see the first migration), no UPDATE or DELETE for
 * the application. Holds ids and salted hashes, never personal values.
 */
export const dossierEvents = pgTable(
  'dossier_events',
  {
    dossierId: id('dossier_id').notNull(),
    seq: integer('seq').notNull(),
    at: moment('at').notNull(),
    id: id('id').notNull(),
    type: text('type').notNull(),
    typeVersion: integer('type_version').notNull(),
    homeAgencyId: text('home_agency_id').notNull(),
    actorKind: text('actor_kind').$type<'person' | 'system'>().notNull(),
    actorPersonId: id('actor_person_id'),
    actorPostId: id('actor_post_id'),
    actorOrganisationId: id('actor_organisation_id'),
    actorJob: text('actor_job'),
    actingForPostId: id('acting_for_post_id'),
    fromState: text('from_state'),
    toState: text('to_state').notNull(),
    clockEffect: text('clock_effect').notNull(),
    details: jsonb('details').$type<Record<string, unknown>>().notNull(),
    canonical: text('canonical').notNull(),
    previousHash: text('previous_hash').notNull(),
    hash: text('hash').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.dossierId, table.seq, table.at] }),
    index('dossier_events_agency_at').on(table.homeAgencyId, table.at),
  ],
)
