import { index, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { agencies } from './agencies'
import { id, moment } from './columns'
import { ofDossier } from './references'

/** A promise of the law that was not kept: recorded, never hidden. */
export const breaches = pgTable(
  'breaches',
  {
    id: id().primaryKey(),
    dossierId: ofDossier(),
    agencyId: text('agency_id')
      .notNull()
      .references(() => agencies.id),
    kind: text('kind')
      .$type<
        | 'acceptance-late'
        | 'overdue'
        | 'supplement-late'
        | 'opinion-late'
        | 'step-late'
        | 'correction-late'
        | 'papers-late'
      >()
      .notNull(),
    clockKey: text('clock_key').notNull(),
    dueAt: moment('due_at').notNull(),
    recordedAt: moment('recorded_at').notNull(),
    apologyMessageId: id('apology_message_id'),
    endedAt: moment('ended_at'),
  },
  (table) => [
    uniqueIndex('breaches_once').on(table.dossierId, table.kind, table.clockKey, table.dueAt),
    index('breaches_agency').on(table.agencyId, table.recordedAt, table.id),
  ],
)

/** What the deadline watch has done, so that nothing is said twice. */
export const watchMarks = pgTable(
  'watch_marks',
  {
    dossierId: ofDossier(),
    kind: text('kind').notNull(),
    /** The date or clock the mark is about: a moved date may be reminded of anew. */
    about: text('about').notNull(),
    at: moment('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.dossierId, table.kind, table.about] })],
)
