import { boolean, index, integer, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { id, moment, sealed } from './columns'

export type StoredCapacity =
  | { kind: 'self' }
  | { kind: 'organisation'; organisationId: string; mandateId: string }
  | { kind: 'member'; organisationId: string; membershipId: string }
  /** With lent powers: the own post, and the paper that lent them. */
  | { kind: 'officer'; postId: string; delegationId?: string }

export const people = pgTable(
  'people',
  {
    id: id().primaryKey(),
    fullName: text('full_name').notNull(),
    eidIssuer: text('eid_issuer'),
    eidSubject: text('eid_subject'),
    assurance: integer('assurance').$type<1 | 2>(),
    nationalIdSealed: sealed('national_id_sealed'),
    nationalIdHash: text('national_id_hash'),
    birthDate: text('birth_date'),
    address: text('address'),
    email: text('email'),
    phone: text('phone'),
    locale: text('locale').$type<'vi' | 'en'>().notNull().default('vi'),
    createdAt: moment('created_at').notNull(),
  },
  (table) => [
    uniqueIndex('people_eid').on(table.eidIssuer, table.eidSubject),
    index('people_national_id').on(table.nationalIdHash),
  ],
)

/** Organisations and household businesses; they hold no assurance level of their own. */
export const organisations = pgTable(
  'organisations',
  {
    id: id().primaryKey(),
    name: text('name').notNull(),
    taxCode: text('tax_code').notNull(),
    kind: text('kind').$type<'organisation' | 'household'>().notNull(),
    address: text('address'),
    /** Whether its preparers may file without the representative's approval. */
    membersMayFile: boolean('members_may_file').notNull().default(false),
    createdAt: moment('created_at').notNull(),
  },
  (table) => [uniqueIndex('organisations_tax_code').on(table.taxCode)],
)

/** Who may act for which organisation, and until when. */
export const mandates = pgTable(
  'mandates',
  {
    id: id().primaryKey(),
    personId: id('person_id')
      .notNull()
      .references(() => people.id),
    organisationId: id('organisation_id')
      .notNull()
      .references(() => organisations.id),
    role: text('role').$type<'representative' | 'household-owner'>().notNull(),
    validFrom: moment('valid_from').notNull(),
    validTo: moment('valid_to'),
  },
  (table) => [index('mandates_person').on(table.personId)],
)

export const credentials = pgTable(
  'credentials',
  {
    id: id().primaryKey(),
    personId: id('person_id')
      .notNull()
      .references(() => people.id),
    email: text('email').notNull(),
    passwordHash: text('password_hash').notNull(),
    totpSecretSealed: sealed('totp_secret_sealed').notNull(),
    totpStep: integer('totp_step').notNull().default(0),
  },
  (table) => [uniqueIndex('credentials_email').on(table.email)],
)

/** One row per sign-in; revoking the row ends it at once. */
export const sessions = pgTable(
  'sessions',
  {
    id: id().primaryKey(),
    personId: id('person_id')
      .notNull()
      .references(() => people.id),
    signIn: text('sign_in').$type<'eid' | 'password-otp'>().notNull(),
    assurance: integer('assurance').$type<1 | 2>(),
    capacity: jsonb('capacity').$type<StoredCapacity>(),
    createdAt: moment('created_at').notNull(),
    lastSeenAt: moment('last_seen_at').notNull(),
    expiresAt: moment('expires_at').notNull(),
    revokedAt: moment('revoked_at'),
    userAgentHash: text('user_agent_hash'),
  },
  (table) => [index('sessions_person').on(table.personId)],
)

/** A fresh code for one human act (sign, seal), bound to person, purpose and subject. */
export const oneTimeCodes = pgTable(
  'one_time_codes',
  {
    id: id().primaryKey(),
    personId: id('person_id')
      .notNull()
      .references(() => people.id),
    purpose: text('purpose').notNull(),
    subject: text('subject').notNull(),
    codeHash: text('code_hash').notNull(),
    createdAt: moment('created_at').notNull(),
    expiresAt: moment('expires_at').notNull(),
    usedAt: moment('used_at'),
    attempts: integer('attempts').notNull().default(0),
  },
  (table) => [index('one_time_codes_person').on(table.personId, table.purpose, table.subject)],
)

/** Points of the sign-in limiter (rate-limiter-flexible's own shape). */
export const rateLimits = pgTable('rate_limits', {
  key: text('key').primaryKey(),
  points: integer('points').notNull().default(0),
  expire: moment('expire'),
})
