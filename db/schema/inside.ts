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
import type { LicenceEvent } from '@/lib/workflow/flows/licence-events'
import { agencies } from './agencies'
import { inspections } from './casework'
import { id, moment } from './columns'
import { documents } from './documents'
import { files } from './files'
import { ofDossier, post } from './references'

const ofInspection = () =>
  id('inspection_id')
    .notNull()
    .references(() => inspections.id)

/** Who looks at the facility, and in which part. */
export const inspectionMembers = pgTable(
  'inspection_members',
  {
    inspectionId: ofInspection(),
    position: integer('position').notNull(),
    postId: post('post_id'),
    name: text('name').notNull(),
    title: text('title').notNull(),
    part: text('part').$type<'lead' | 'member' | 'secretary'>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.inspectionId, table.position] })],
)

/** One line of the inspection's checklist with what was found there. */
export const inspectionFindings = pgTable(
  'inspection_findings',
  {
    inspectionId: ofInspection(),
    itemKey: text('item_key').notNull(),
    verdict: text('verdict').$type<'met' | 'not-met' | 'not-applicable'>().notNull(),
    note: text('note').notNull(),
  },
  (table) => [primaryKey({ columns: [table.inspectionId, table.itemKey] })],
)

/**
 * Who signs the minutes for each side, and how they did: the team's lead with a key of their own, the
 * facility's side by a one-time code over the very file, or on paper at the site with a scan as proof.
 */
export const minutesSignatures = pgTable(
  'minutes_signatures',
  {
    documentId: id('document_id')
      .notNull()
      .references(() => documents.id),
    side: text('side').$type<'team' | 'facility'>().notNull(),
    name: text('name').notNull(),
    title: text('title').notNull(),
    postId: post('post_id'),
    way: text('way').$type<'key' | 'one-time-code' | 'paper'>(),
    /** What was looked at when it was confirmed. */
    fileHash: text('file_hash'),
    personId: id('person_id'),
    confirmedBy: text('confirmed_by'),
    codeId: id('code_id'),
    codeHash: text('code_hash'),
    scanFileId: id('scan_file_id').references(() => files.id),
    confirmedAt: moment('confirmed_at'),
  },
  (table) => [primaryKey({ columns: [table.documentId, table.side] })],
)

/** What the facility has to put right, until when, and what it reported. */
export const siteCorrections = pgTable(
  'site_corrections',
  {
    id: id().primaryKey(),
    dossierId: ofDossier(),
    inspectionId: ofInspection(),
    round: integer('round').notNull(),
    state: text('state').$type<'demanded' | 'reported' | 'met' | 'not-met'>().notNull(),
    items: jsonb('items').$type<{ itemKey: string; text: string }[]>().notNull(),
    dueDay: text('due_day'),
    demandedAt: moment('demanded_at').notNull(),
    report: text('report'),
    reportedAt: moment('reported_at'),
    recheckedBy: post('rechecked_by'),
    recheckedAt: moment('rechecked_at'),
    recheckNote: text('recheck_note'),
  },
  (table) => [uniqueIndex('site_corrections_round').on(table.dossierId, table.round)],
)

/** An opinion asked of another unit or agency; the link carries a token of which only the hash is kept. */
export const opinionRequests = pgTable(
  'opinion_requests',
  {
    id: id().primaryKey(),
    dossierId: ofDossier(),
    unitName: text('unit_name').notNull(),
    agencyId: text('agency_id').references(() => agencies.id),
    email: text('email').notNull(),
    question: text('question').notNull(),
    answerKind: text('answer_kind').$type<'yes-no' | 'text'>().notNull(),
    dueAt: moment('due_at').notNull(),
    tokenHash: text('token_hash').notNull(),
    state: text('state').$type<'asked' | 'answered' | 'void'>().notNull(),
    /** Silence is consent only where a sector clause says so. */
    silenceClause: text('silence_clause'),
    askedBy: post('asked_by').notNull(),
    askedAt: moment('asked_at').notNull(),
    answer: text('answer'),
    agrees: boolean('agrees'),
    answeredBy: text('answered_by'),
    answeredAt: moment('answered_at'),
    reportedLateAt: moment('reported_late_at'),
    /** The code by which the one who answers signs in; its keyed hash alone. */
    codeHash: text('code_hash'),
    codeExpiresAt: moment('code_expires_at'),
    codeTries: integer('code_tries').notNull().default(0),
  },
  (table) => [
    index('opinion_requests_dossier').on(table.dossierId),
    uniqueIndex('opinion_requests_token').on(table.tokenHash),
    index('opinion_requests_open').on(table.state, table.dueAt),
  ],
)

/** Who declared an interest: the dossier is out of that officer's sight from then on. */
export const conflicts = pgTable(
  'conflicts',
  {
    dossierId: ofDossier(),
    personId: id('person_id').notNull(),
    postId: post('post_id').notNull(),
    reason: text('reason').notNull(),
    declaredAt: moment('declared_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.dossierId, table.personId] })],
)

/** Powers lent by a paper, for a time, to one post; they end by themselves and cannot be lent on. */
export const delegations = pgTable(
  'delegations',
  {
    id: id().primaryKey(),
    agencyId: text('agency_id')
      .notNull()
      .references(() => agencies.id),
    fromPostId: post('from_post_id').notNull(),
    toPostId: post('to_post_id').notNull(),
    events: text('events').array().$type<LicenceEvent[]>().notNull(),
    /** Empty: all procedures. */
    procedures: text('procedures').array().notNull(),
    capacity: text('capacity').$type<'KT.' | 'TL.' | 'TUQ.'>().notNull(),
    paperNumber: text('paper_number').notNull(),
    paperDay: text('paper_day').notNull(),
    validFrom: moment('valid_from').notNull(),
    validTo: moment('valid_to').notNull(),
    createdBy: id('created_by').notNull(),
    createdAt: moment('created_at').notNull(),
    revokedAt: moment('revoked_at'),
    revokedBy: id('revoked_by'),
  },
  (table) => [
    index('delegations_to').on(table.toPostId, table.validTo),
    index('delegations_from').on(table.fromPostId, table.validTo),
  ],
)
