import { index, integer, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { id, moment } from './columns'
import { people } from './identity'

/** Append-only: what was in force when is never overwritten. Kind tells procedures, code lists and calendars apart. */
export const definitionVersions = pgTable(
  'definition_versions',
  {
    id: id().primaryKey(),
    kind: text('kind').$type<'procedure' | 'codelist' | 'calendar'>().notNull(),
    key: text('key').notNull(),
    version: integer('version').notNull(),
    hash: text('hash').notNull(),
    effectiveFrom: text('effective_from').notNull(),
    effectiveTo: text('effective_to'),
    body: jsonb('body').$type<unknown>().notNull(),
    unverifiedFacts: integer('unverified_facts').notNull().default(0),
    loadedAt: moment('loaded_at').notNull(),
    /** Who published it on the portal; nobody for what came with the product's files. */
    publishedByPersonId: id('published_by_person_id').references(() => people.id),
  },
  (table) => [
    uniqueIndex('definition_versions_key_version').on(table.kind, table.key, table.version),
    uniqueIndex('definition_versions_key_hash').on(table.kind, table.key, table.hash),
  ],
)

/** A procedure that nobody may file for a time, with the public reason. */
export const procedureSuspensions = pgTable(
  'procedure_suspensions',
  {
    id: id().primaryKey(),
    procedureKey: text('procedure_key').notNull(),
    reason: text('reason').notNull(),
    from: moment('from').notNull(),
    to: moment('to'),
  },
  (table) => [index('procedure_suspensions_key').on(table.procedureKey)],
)
