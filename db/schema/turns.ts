import { sql } from 'drizzle-orm'
import {
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import type { Answers, AnswerValue } from '@/lib/procedures/answers'
import { agencies } from './agencies'
import { id, moment, sealed } from './columns'
import { documents } from './documents'
import { files } from './files'
import { ofDossier, post } from './references'

/** A round of supplementing: what was asked, when, in time or not, and what came (Decree 118/2025 Art. 17, 19.5). */
export const supplements = pgTable(
  'supplements',
  {
    id: id().primaryKey(),
    dossierId: ofDossier(),
    round: integer('round').notNull(),
    stage: text('stage').$type<'intake' | 'processing'>().notNull(),
    state: text('state')
      .$type<'asked' | 'returned' | 'released' | 'supplied' | 'closed' | 'void'>()
      .notNull(),
    reason: text('reason').notNull(),
    askedBy: post('asked_by').notNull(),
    askedAt: moment('asked_at').notNull(),
    releasedBy: post('released_by'),
    releasedAt: moment('released_at'),
    /** Within three working days of receipt; later it is a recorded breach and the clock is not counted anew. */
    timely: boolean('timely'),
    /** The clause of sector law on which a second round stands. */
    sectorClause: text('sector_clause'),
    replyDueAt: moment('reply_due_at'),
    suppliedAt: moment('supplied_at'),
    answersBefore: integer('answers_before'),
    answersAfter: integer('answers_after'),
    /** The applicant's answer while it is being written. */
    draft: jsonb('draft').$type<Answers>().notNull().default({}),
    draftVersion: integer('draft_version').notNull().default(0),
    closedAt: moment('closed_at'),
  },
  (table) => [
    // A request that never went out does not use up a round.
    uniqueIndex('supplements_round')
      .on(table.dossierId, table.stage, table.round)
      .where(sql`${table.state} not in ('returned', 'void')`),
  ],
)

/** One thing to be completed: a field or a paper, what is wrong, by which clause, what a good one looks like. */
export const supplementItems = pgTable(
  'supplement_items',
  {
    id: id().primaryKey(),
    supplementId: id('supplement_id')
      .notNull()
      .references(() => supplements.id),
    position: integer('position').notNull(),
    kind: text('kind').$type<'field' | 'paper'>().notNull(),
    key: text('key').notNull(),
    reasonKey: text('reason_key').notNull(),
    clauseKey: text('clause_key'),
    explanation: text('explanation').notNull(),
    goodExample: text('good_example').notNull(),
    oldValue: jsonb('old_value').$type<AnswerValue | null>(),
    verdict: text('verdict').$type<'accepted' | 'declined'>(),
    verdictNote: text('verdict_note'),
    judgedBy: post('judged_by'),
    judgedAt: moment('judged_at'),
  },
  (table) => [uniqueIndex('supplement_items_once').on(table.supplementId, table.kind, table.key)],
)

/** Files brought for an item of a supplement, or with a report on corrections. */
export const turnFiles = pgTable(
  'turn_files',
  {
    ownerId: id('owner_id').notNull(),
    owner: text('owner')
      .$type<'supplement-item' | 'correction-report' | 'inspection' | 'hand-over' | 'opinion'>()
      .notNull(),
    fileId: id('file_id')
      .notNull()
      .references(() => files.id),
    dossierId: ofDossier(),
    addedAt: moment('added_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.ownerId, table.fileId] }),
    index('turn_files_file').on(table.fileId),
    index('turn_files_dossier').on(table.dossierId),
  ],
)

/** The one apology with its new date (Decree 118/2025 Art. 19.6). */
export const extensions = pgTable(
  'extensions',
  {
    id: id().primaryKey(),
    dossierId: ofDossier(),
    clockKey: text('clock_key').notNull(),
    state: text('state').$type<'asked' | 'granted' | 'applied' | 'declined'>().notNull(),
    reason: text('reason').notNull(),
    oldDueAt: moment('old_due_at').notNull(),
    newDay: text('new_day').notNull(),
    askedBy: post('asked_by').notNull(),
    askedAt: moment('asked_at').notNull(),
    grantedBy: post('granted_by'),
    grantedAt: moment('granted_at'),
    documentId: id('document_id').references(() => documents.id),
    appliedAt: moment('applied_at'),
    /** The leader may say no, with words; the dossier itself goes on as it was. */
    declinedBy: post('declined_by'),
    declinedAt: moment('declined_at'),
    declineReason: text('decline_reason'),
  },
  (table) => [index('extensions_dossier').on(table.dossierId)],
)

/** The applicant's wish to stop after acceptance (Decree 118/2025 Art. 21). */
export const stopRequests = pgTable(
  'stop_requests',
  {
    id: id().primaryKey(),
    dossierId: ofDossier(),
    state: text('state').$type<'asked' | 'taken-back' | 'confirmed'>().notNull(),
    reason: text('reason').notNull(),
    channel: text('channel').$type<'online' | 'counter' | 'post'>().notNull(),
    askedAt: moment('asked_at').notNull(),
    decidedAt: moment('decided_at'),
    documentId: id('document_id').references(() => documents.id),
    papersReturned: text('papers_returned'),
    feeOutcome: text('fee_outcome').$type<'refund-requested' | 'kept' | 'none'>(),
    feeGround: text('fee_ground'),
  },
  (table) => [index('stop_requests_dossier').on(table.dossierId)],
)

/** A dossier offered to the agency that is competent; the sender answers until it is taken. */
export const transfers = pgTable(
  'transfers',
  {
    id: id().primaryKey(),
    dossierId: ofDossier(),
    fromAgencyId: text('from_agency_id')
      .notNull()
      .references(() => agencies.id),
    toAgencyId: text('to_agency_id')
      .notNull()
      .references(() => agencies.id),
    state: text('state').$type<'offered' | 'taken' | 'declined'>().notNull(),
    reason: text('reason').notNull(),
    answer: text('answer'),
    offeredBy: post('offered_by').notNull(),
    offeredAt: moment('offered_at').notNull(),
    decidedBy: post('decided_by'),
    decidedAt: moment('decided_at'),
  },
  (table) => [index('transfers_dossier').on(table.dossierId)],
)

export type CorrectedField = { key: string; label: string; was: string; now: string }

/** A wrong result being put right at the agency's cost within three working days (Decree 118/2025 Art. 23.1). */
export const resultCorrections = pgTable(
  'result_corrections',
  {
    id: id().primaryKey(),
    dossierId: ofDossier(),
    wrongDocumentId: id('wrong_document_id')
      .notNull()
      .references(() => documents.id),
    newDocumentId: id('new_document_id').references(() => documents.id),
    reason: text('reason').notNull(),
    foundBy: text('found_by').$type<'agency' | 'applicant'>().notNull(),
    /** Lines of the result as they were and as they will be; what was declared stays as it is. */
    fields: jsonb('fields').$type<CorrectedField[]>().notNull().default([]),
    openedBy: post('opened_by').notNull(),
    openedAt: moment('opened_at').notNull(),
    closedAt: moment('closed_at'),
  },
  (table) => [index('result_corrections_dossier').on(table.dossierId)],
)

/** How and to whom a result was handed over (Decree 118/2025 Art. 6, 22). */
export const handOvers = pgTable(
  'hand_overs',
  {
    id: id().primaryKey(),
    dossierId: ofDossier(),
    documentId: id('document_id').references(() => documents.id),
    via: text('via').$type<'online' | 'counter' | 'post'>().notNull(),
    receiver: text('receiver').$type<'owner' | 'proxy'>(),
    receiverName: text('receiver_name'),
    /** What was shown: the receipt slip, an identity paper, a proxy's authority. */
    shown: text('shown').array().$type<('receipt' | 'identity-paper' | 'authority')[]>(),
    identityNumberSealed: sealed('identity_number_sealed'),
    originalsReturned: text('originals_returned'),
    postNumber: text('post_number'),
    handedOverBy: post('handed_over_by'),
    at: moment('at').notNull(),
  },
  (table) => [index('hand_overs_dossier').on(table.dossierId)],
)

/** What was tried and refused: by whom, on what, why. Append-only. */
export const refusedAttempts = pgTable(
  'refused_attempts',
  {
    id: id().primaryKey(),
    dossierId: id('dossier_id').notNull(),
    event: text('event').notNull(),
    code: text('code').notNull(),
    state: text('state').notNull(),
    personId: id('person_id'),
    postId: id('post_id'),
    job: text('job'),
    at: moment('at').notNull(),
  },
  (table) => [index('refused_attempts_dossier').on(table.dossierId, table.at)],
)
