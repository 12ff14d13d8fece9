import { sql } from 'drizzle-orm'
import {
  bigint,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import type { ClockRun } from '@/lib/deadlines/clock-run'
import type { Answers } from '@/lib/procedures/answers'
import type { RegisterDifference } from '@/lib/procedures/register-difference'
import type { EndReason, LicenceState } from '@/lib/workflow/flows/licence-states'
import type { FiledElsewhere } from '@/lib/workflow/passing-on'
import { agencies, officerPosts } from './agencies'
import { id, moment, sealed } from './columns'
import { organisations, people } from './identity'
import { definitionVersions } from './procedures'

/** A filed dossier. Only casework/perform-event changes it; due dates are derived there, never edited. */
export const dossiers = pgTable(
  'dossiers',
  {
    id: id().primaryKey(),
    submissionReference: text('submission_reference').notNull(),
    dossierCode: text('dossier_code'),
    procedureKey: text('procedure_key').notNull(),
    procedureVersionId: id('procedure_version_id')
      .notNull()
      .references(() => definitionVersions.id),
    clockVersionId: id('clock_version_id').references(() => definitionVersions.id),
    calendarVersionId: id('calendar_version_id').references(() => definitionVersions.id),
    homeAgencyId: text('home_agency_id')
      .notNull()
      .references(() => agencies.id),
    solvingAgencyId: text('solving_agency_id')
      .notNull()
      .references(() => agencies.id),
    receivingAgencyId: text('receiving_agency_id')
      .notNull()
      .references(() => agencies.id),
    /** Where the applicant was helped to file, in their words; it need not be an agency of ours. */
    supportPlace: text('support_place'),
    /** Null when it was filed with the agency that decides. */
    filedElsewhere: text('filed_elsewhere').$type<NonNullable<FiledElsewhere>>(),
    channel: text('channel').$type<'online' | 'counter' | 'post'>().notNull(),
    flow: text('flow').$type<'licence'>().notNull(),
    state: text('state').$type<LicenceState>().notNull(),
    /** Where the dossier stood before a request to stop; where it goes back to when that is taken back. */
    stateBefore: text('state_before').$type<LicenceState>(),
    nationalState: integer('national_state').notNull(),
    endReason: text('end_reason').$type<EndReason>(),
    paymentState: text('payment_state').$type<'due' | 'paid' | 'none'>().notNull(),
    deliveryState: text('delivery_state').$type<'none' | 'ready' | 'delivered'>().notNull(),
    syncState: text('sync_state').$type<'pending' | 'synced'>().notNull(),
    subject: text('subject').notNull(),
    ownerName: text('owner_name').notNull(),
    feeVnd: bigint('fee_vnd', { mode: 'number' }).notNull(),
    assigneePostId: id('assignee_post_id').references(() => officerPosts.id),
    /** The agency to which the dossier is offered; the sender answers for it until it is taken. */
    transferToAgencyId: text('transfer_to_agency_id').references(() => agencies.id),
    submittedAt: moment('submitted_at').notNull(),
    receivedAt: moment('received_at'),
    clockStartAt: moment('clock_start_at'),
    acceptanceDueAt: moment('acceptance_due_at'),
    acceptedAt: moment('accepted_at'),
    appraisalDueAt: moment('appraisal_due_at'),
    minutesAt: moment('minutes_at'),
    issueDueAt: moment('issue_due_at'),
    dueAt: moment('due_at'),
    /** The date of national reporting: the original one plus every wait (onedoor.md §5.2–5.3). */
    reportDueAt: moment('report_due_at'),
    /** Until when the applicant may answer; then closing is proposed (Decree 118/2025 Art. 19.5). */
    replyDueAt: moment('reply_due_at'),
    /** The step the dossier is in, since when, and until when by its share of the clock. */
    stepKey: text('step_key'),
    stepStartedAt: moment('step_started_at'),
    stepDueAt: moment('step_due_at'),
    /** All clocks with their waits: every due date above is derived from them, none is edited. */
    clocks: jsonb('clocks').$type<ClockRun[]>().notNull().default([]),
    endedAt: moment('ended_at'),
    wantsPaperCopy: integer('wants_paper_copy').notNull().default(0),
    submitterPersonId: id('submitter_person_id')
      .notNull()
      .references(() => people.id),
    organisationId: id('organisation_id').references(() => organisations.id),
    version: integer('version').notNull().default(0),
    lastSeq: integer('last_seq').notNull().default(0),
    lastHash: text('last_hash').notNull().default(''),
    /** The last event that a signed head covers. */
    sealedSeq: integer('sealed_seq').notNull().default(0),
    /** Salts the hashes that events hold of personal content; dropped, they say nothing any more. */
    salt: text('salt').notNull(),
    updatedAt: moment('updated_at').notNull(),
  },
  (table) => [
    uniqueIndex('dossiers_submission_reference').on(table.submissionReference),
    uniqueIndex('dossiers_dossier_code').on(table.dossierCode),
    index('dossiers_queue').on(table.solvingAgencyId, table.state, table.dueAt, table.id),
    index('dossiers_assignee').on(table.assigneePostId, table.state, table.dueAt, table.id),
    index('dossiers_submitter').on(table.submitterPersonId, table.updatedAt, table.id),
    index('dossiers_organisation').on(table.organisationId, table.updatedAt, table.id),
    index('dossiers_recent').on(table.solvingAgencyId, table.updatedAt, table.id),
    index('dossiers_offered').on(table.transferToAgencyId, table.id),
    // What a desk received for another agency: few at any time.
    index('dossiers_elsewhere')
      .on(table.receivingAgencyId, table.filedElsewhere, table.id)
      .where(sql`${table.filedElsewhere} is not null`),
    // The watch walks what is open by the next date that can fall due.
    index('dossiers_watch').on(table.dueAt, table.id).where(sql`${table.endedAt} is null`),
    index('dossiers_unsealed').on(table.id).where(sql`${table.lastSeq} > ${table.sealedSeq}`),
    check('dossiers_fee_not_negative', sql`${table.feeVnd} >= 0`),
  ],
)

/** The four parties: who filed, who owns, who represents with what proof, whom to contact. */
export const parties = pgTable(
  'parties',
  {
    dossierId: id('dossier_id')
      .notNull()
      .references(() => dossiers.id),
    role: text('role').$type<'submitter' | 'owner' | 'representative' | 'contact'>().notNull(),
    kind: text('kind').$type<'person' | 'organisation' | 'household'>().notNull(),
    personId: id('person_id').references(() => people.id),
    organisationId: id('organisation_id').references(() => organisations.id),
    name: text('name').notNull(),
    taxCode: text('tax_code'),
    nationalIdSealed: sealed('national_id_sealed'),
    nationalIdHash: text('national_id_hash'),
    assurance: integer('assurance'),
    proof: text('proof'),
    address: text('address'),
    phone: text('phone'),
    email: text('email'),
  },
  (table) => [
    primaryKey({ columns: [table.dossierId, table.role] }),
    index('parties_person').on(table.personId, table.dossierId),
    index('parties_organisation').on(table.organisationId, table.dossierId),
    index('parties_national_id').on(table.nationalIdHash),
  ],
)

/** A rule of the procedure that the answers at a place do not meet; its words stand in the definition. */
type UnmetRule = { rule: string; path: string }
/** What whoever files was told before they did. */
export type Doubt = UnmetRule | RegisterDifference

/** Every version of what was declared; the first comes with submission. */
export const dossierAnswers = pgTable(
  'dossier_answers',
  {
    dossierId: id('dossier_id')
      .notNull()
      .references(() => dossiers.id),
    version: integer('version').notNull(),
    answers: jsonb('answers').$type<Answers>().notNull(),
    /** What the applicant was told before sending, and filed all the same. */
    insisted: jsonb('insisted').$type<Doubt[]>().notNull().default([]),
    createdAt: moment('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.dossierId, table.version] })],
)

/** Day serials of dossier codes, one row per solving authority and day. */
export const dossierSerials = pgTable(
  'dossier_serials',
  {
    agencyId: text('agency_id').notNull(),
    day: text('day').notNull(),
    last: integer('last').notNull(),
  },
  (table) => [primaryKey({ columns: [table.agencyId, table.day] })],
)

/** What an idempotency key already led to, per person. */
export const submitKeys = pgTable(
  'submit_keys',
  {
    personId: id('person_id').notNull(),
    key: text('key').notNull(),
    requestHash: text('request_hash').notNull(),
    dossierId: id('dossier_id').notNull(),
    createdAt: moment('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.personId, table.key] })],
)

/** Counters that queues show, kept by performEvent; nothing counts history. */
export const queueCounters = pgTable(
  'queue_counters',
  {
    agencyId: text('agency_id').notNull(),
    state: text('state').notNull(),
    assigneePostId: text('assignee_post_id').notNull().default(''),
    open: integer('open').notNull().default(0),
  },
  (table) => [primaryKey({ columns: [table.agencyId, table.state, table.assigneePostId] })],
)

/** Yearly figures per agency and procedure, kept by performEvent. */
export const yearFigures = pgTable(
  'year_figures',
  {
    agencyId: text('agency_id').notNull(),
    procedureKey: text('procedure_key').notNull(),
    year: integer('year').notNull(),
    received: integer('received').notNull().default(0),
    solved: integer('solved').notNull().default(0),
    solvedInTime: integer('solved_in_time').notNull().default(0),
  },
  (table) => [primaryKey({ columns: [table.agencyId, table.procedureKey, table.year] })],
)
