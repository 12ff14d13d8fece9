import { boolean, index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { id, moment } from './columns'
import { ofDossier, post } from './references'

export type InspectionFinding = 'pass' | 'pass-with-corrections' | 'fail'

/** The visit to the facility and what its minutes say. */
export const inspections = pgTable(
  'inspections',
  {
    id: id().primaryKey(),
    dossierId: ofDossier(),
    state: text('state').$type<'planned' | 'held'>().notNull().default('held'),
    plannedFor: moment('planned_for'),
    /** Decision on the team: its number and date. */
    decisionNumber: text('decision_number'),
    place: text('place'),
    agenda: text('agenda'),
    plannedAt: moment('planned_at'),
    heldOn: text('held_on'),
    minutesNumber: text('minutes_number'),
    finding: text('finding').$type<InspectionFinding>(),
    team: text('team').notNull(),
    facilitySide: text('facility_side'),
    summary: text('summary').notNull(),
    recordedBy: post('recorded_by').notNull(),
    recordedAt: moment('recorded_at').notNull(),
  },
  (table) => [index('inspections_dossier').on(table.dossierId)],
)

/** One line of the officer's checklist. */
export const appraisalChecks = pgTable(
  'appraisal_checks',
  {
    dossierId: ofDossier(),
    itemKey: text('item_key').notNull(),
    verdict: text('verdict').$type<'pass' | 'fail' | 'not-applicable'>().notNull(),
    note: text('note').notNull(),
    checkedBy: post('checked_by').notNull(),
    checkedAt: moment('checked_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.dossierId, table.itemKey] })],
)

/** What the case officer proposed, what became of it, and the words that went with it. */
export const opinions = pgTable(
  'opinions',
  {
    id: id().primaryKey(),
    dossierId: ofDossier(),
    seq: integer('seq').notNull(),
    kind: text('kind')
      .$type<
        'appraisal' | 'proposal' | 'confirmation' | 'return' | 'refusal' | 'take-over' | 'answer'
      >()
      .notNull(),
    text: text('text').notNull(),
    postId: post('post_id').notNull(),
    public: boolean('public').notNull().default(false),
    at: moment('at').notNull(),
  },
  (table) => [index('opinions_dossier').on(table.dossierId, table.seq)],
)

/** Whether answers and papers were looked at, by whom and why. */
export const accessLog = pgTable(
  'access_log',
  {
    id: id().primaryKey(),
    dossierId: id('dossier_id').notNull(),
    personId: id('person_id').notNull(),
    postId: id('post_id'),
    purpose: text('purpose').notNull(),
    detail: jsonb('detail').$type<Record<string, string>>().notNull(),
    at: moment('at').notNull(),
  },
  (table) => [index('access_log_dossier').on(table.dossierId, table.at)],
)
