import { sql } from 'drizzle-orm'
import { index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core'
import type { Answers } from '@/lib/procedures/answers'
import { id, moment, sealed } from './columns'
import { organisations, people } from './identity'
import { definitionVersions } from './procedures'

/** What somebody is still writing. Answers hold national identifiers sealed. */
export const drafts = pgTable(
  'drafts',
  {
    id: id().primaryKey(),
    procedureKey: text('procedure_key').notNull(),
    procedureVersionId: id('procedure_version_id')
      .notNull()
      .references(() => definitionVersions.id),
    personId: id('person_id')
      .notNull()
      .references(() => people.id),
    organisationId: id('organisation_id').references(() => organisations.id),
    answers: jsonb('answers').$type<Answers>().notNull(),
    doneSections: jsonb('done_sections').$type<string[]>().notNull(),
    version: integer('version').notNull().default(1),
    createdAt: moment('created_at').notNull(),
    updatedAt: moment('updated_at').notNull(),
    submittedDossierId: id('submitted_dossier_id'),
    submitKey: text('submit_key'),
    /** A draft that changes a dossier under way; sent, it becomes the dossier's next version. */
    changesDossierId: id('changes_dossier_id'),
    /** The ended dossier whose content it files anew; one such draft at a time. */
    refilesDossierId: id('refiles_dossier_id'),
    /** The earlier dossier from which it took over answers and papers at its beginning. */
    takenFromDossierId: id('taken_from_dossier_id'),
    /** When its owner was told that it ends, and when it ended; until it is deleted it can come back. */
    warnedAt: moment('warned_at'),
    agedOutAt: moment('aged_out_at'),
    /** What is no answer and must not be lost: text with mistakes, undecided conflicts, what a newer form left out. */
    asideSealed: sealed('aside_sealed'),
    /** The version it was written under before it followed a newer one, until its owner has read what changed. */
    movedFromVersionId: id('moved_from_version_id').references(() => definitionVersions.id),
  },
  (table) => [
    index('drafts_person').on(table.personId, table.updatedAt),
    index('drafts_organisation').on(table.organisationId, table.updatedAt),
    index('drafts_submitted').on(table.submittedDossierId),
    uniqueIndex('drafts_refile_once')
      .on(table.refilesDossierId)
      .where(sql`${table.submittedDossierId} is null and ${table.agedOutAt} is null`),
    // What nobody sent, oldest first: for what looks after their age.
    index('drafts_unsent')
      .on(table.updatedAt, table.id)
      .where(sql`${table.submittedDossierId} is null`),
  ],
)

/**
 * Which part of a draft changed when, and by whom: what a save made from an older version is judged by.
 * `before` is a keyed hash: for a merge only equality counts, so no old text is kept, and no national
 * identifier can be guessed from it. Kept while the draft is written.
 */
export const draftChanges = pgTable(
  'draft_changes',
  {
    draftId: id('draft_id')
      .notNull()
      .references(() => drafts.id),
    part: text('part').notNull(),
    version: integer('version').notNull(),
    before: text('before').notNull(),
    personId: id('person_id')
      .notNull()
      .references(() => people.id),
    changedAt: moment('changed_at').notNull(),
    /** The open page that wrote it: a page whose answer got lost is not told about itself. */
    page: text('page'),
  },
  (table) => [primaryKey({ columns: [table.draftId, table.version, table.part] })],
)
