import { sql } from 'drizzle-orm'
import { boolean, index, jsonb, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core'
import type { MemberRole } from '@/lib/workflow/roles'
import { id, moment } from './columns'
import { dossiers } from './dossiers'
import { drafts } from './drafts'
import { organisations, people } from './identity'

const person = (name: string) => id(name).references(() => people.id)
const organisation = () =>
  id('organisation_id')
    .notNull()
    .references(() => organisations.id)
/** What belongs to a draft goes with it. */
const draft = () =>
  id('draft_id')
    .notNull()
    .references(() => drafts.id, { onDelete: 'cascade' })

/**
 * Whom an organisation itself lets work for it, in which role. Apart from the mandates, which the
 * electronic identity states and takes back. Without a person it is an invitation still.
 */
export const memberships = pgTable(
  'memberships',
  {
    id: id().primaryKey(),
    organisationId: organisation(),
    personId: person('person_id'),
    /** As whoever invited them wrote it; the identity says the name once they came. */
    name: text('name').notNull(),
    role: text('role').$type<MemberRole>().notNull(),
    /** The keyed hash of the national identifier that was invited, or the address and the hash of its link. */
    nationalIdHash: text('national_id_hash'),
    email: text('email'),
    tokenHash: text('token_hash'),
    /** Keys; empty: all procedures. */
    procedures: jsonb('procedures').$type<string[]>().notNull(),
    mayFile: boolean('may_file').notNull(),
    /** The paper of a consultant's mandate. */
    paperNumber: text('paper_number'),
    paperDay: text('paper_day'),
    validFrom: moment('valid_from').notNull(),
    validTo: moment('valid_to'),
    invitedBy: person('invited_by').notNull(),
    createdAt: moment('created_at').notNull(),
    acceptedAt: moment('accepted_at'),
    endedAt: moment('ended_at'),
    endedBy: person('ended_by'),
  },
  (table) => [
    index('memberships_organisation').on(table.organisationId),
    index('memberships_person').on(table.personId),
    index('memberships_national_id').on(table.nationalIdHash),
    uniqueIndex('memberships_token').on(table.tokenHash),
  ],
)

/** A section of a draft that was given to somebody. */
export const sectionTasks = pgTable(
  'section_tasks',
  {
    draftId: draft(),
    sectionKey: text('section_key').notNull(),
    personId: person('person_id').notNull(),
    givenBy: person('given_by').notNull(),
    givenAt: moment('given_at').notNull(),
    dueOn: text('due_on'),
    doneAt: moment('done_at'),
    /** The keyed hash of what the section held then: changed later, it is done no more. */
    doneDigest: text('done_digest'),
  },
  (table) => [
    primaryKey({ columns: [table.draftId, table.sectionKey] }),
    index('section_tasks_person').on(table.personId),
  ],
)

/** What members say to each other about a section. Never filed. */
export const sectionComments = pgTable(
  'section_comments',
  {
    id: id().primaryKey(),
    draftId: draft(),
    sectionKey: text('section_key').notNull(),
    authorId: person('author_id').notNull(),
    text: text('text').notNull(),
    createdAt: moment('created_at').notNull(),
    resolvedAt: moment('resolved_at'),
    resolvedBy: person('resolved_by'),
  },
  (table) => [index('section_comments_draft').on(table.draftId, table.createdAt)],
)

export type FilingRequestState = 'asked' | 'approved' | 'returned' | 'replaced' | 'filed'

/** The representative's approval of exactly what is to be filed, named by its keyed hash. */
export const filingRequests = pgTable(
  'filing_requests',
  {
    id: id().primaryKey(),
    draftId: draft(),
    digest: text('digest').notNull(),
    receivingAgencyId: text('receiving_agency_id'),
    supportPlace: text('support_place').notNull(),
    state: text('state').$type<FilingRequestState>().notNull(),
    askedBy: person('asked_by').notNull(),
    askedAt: moment('asked_at').notNull(),
    decidedBy: person('decided_by'),
    decidedAt: moment('decided_at'),
    reason: text('reason'),
  },
  (table) => [
    uniqueIndex('filing_requests_open')
      .on(table.draftId)
      .where(sql`${table.state} in ('asked', 'approved')`),
    index('filing_requests_draft').on(table.draftId, table.askedAt),
  ],
)

/** Who prepared, approved and filed an organisation's dossier. Append-only, beside its first event. */
export const dossierFilings = pgTable('dossier_filings', {
  dossierId: id('dossier_id')
    .primaryKey()
    .references(() => dossiers.id),
  preparedBy: person('prepared_by').notNull(),
  approvedBy: person('approved_by'),
  approvedAt: moment('approved_at'),
  submittedBy: person('submitted_by').notNull(),
  submittedAt: moment('submitted_at').notNull(),
})

export type WorkspaceNoticeKind =
  | 'section-given'
  | 'section-done'
  | 'section-returned'
  | 'commented'
  | 'approval-asked'
  | 'approval-given'
  | 'approval-refused'

/** What a member is told inside the organisation; about drafts, never about dossiers. */
export const workspaceNotices = pgTable(
  'workspace_notices',
  {
    id: id().primaryKey(),
    organisationId: organisation(),
    personId: person('person_id').notNull(),
    kind: text('kind').$type<WorkspaceNoticeKind>().notNull(),
    draftId: draft(),
    sectionKey: text('section_key'),
    byPersonId: person('by_person_id').notNull(),
    createdAt: moment('created_at').notNull(),
    readAt: moment('read_at'),
  },
  (table) => [
    index('workspace_notices_person').on(table.personId, table.organisationId, table.createdAt),
  ],
)
