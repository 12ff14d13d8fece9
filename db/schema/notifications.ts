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
import { id, moment, sealed } from './columns'
import { people } from './identity'

export const inboxNotices = pgTable(
  'inbox_notices',
  {
    id: id().primaryKey(),
    personId: id('person_id').notNull(),
    organisationId: id('organisation_id'),
    dossierId: id('dossier_id').notNull(),
    seq: integer('seq').notNull(),
    kind: text('kind').notNull(),
    params: jsonb('params').$type<Record<string, string>>().notNull(),
    createdAt: moment('created_at').notNull(),
    readAt: moment('read_at'),
  },
  (table) => [
    uniqueIndex('inbox_notices_once').on(table.dossierId, table.seq, table.kind, table.personId),
    index('inbox_notices_person').on(table.personId, table.createdAt),
    index('inbox_notices_unread')
      .on(table.personId, table.kind)
      .where(sql`${table.readAt} is null`),
  ],
)

export const outgoingMessages = pgTable(
  'outgoing_messages',
  {
    id: id().primaryKey(),
    channel: text('channel').$type<'email' | 'sms' | 'social' | 'eid-inbox'>().notNull(),
    dossierId: id('dossier_id'),
    seq: integer('seq'),
    kind: text('kind').notNull(),
    recipientPersonId: id('recipient_person_id'),
    addressSealed: sealed('address_sealed').notNull(),
    locale: text('locale').$type<'vi' | 'en'>().notNull(),
    params: jsonb('params').$type<Record<string, string>>().notNull(),
    messageId: text('message_id').notNull(),
    state: text('state').$type<'promised' | 'sent' | 'failed'>().notNull(),
    attempts: integer('attempts').notNull().default(0),
    lastError: text('last_error'),
    createdAt: moment('created_at').notNull(),
    sentAt: moment('sent_at'),
  },
  (table) => [
    uniqueIndex('outgoing_messages_message_id').on(table.messageId),
    // One-time codes belong to no dossier: with its id empty, no two of them are alike.
    uniqueIndex('outgoing_messages_once').on(
      table.dossierId,
      table.seq,
      table.kind,
      table.recipientPersonId,
      table.channel,
    ),
  ],
)

/** Whether letters of a group go by e-mail; without a row they do. The list in the portal gets them all. */
export const noticePreferences = pgTable(
  'notice_preferences',
  {
    personId: id('person_id')
      .notNull()
      .references(() => people.id),
    topic: text('topic').notNull(),
    email: boolean('email').notNull(),
    changedAt: moment('changed_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.personId, table.topic] })],
)

/** The address a person wants letters at: used from when the code sent to it came back. */
export const noticeAddresses = pgTable('notice_addresses', {
  personId: id('person_id')
    .primaryKey()
    .references(() => people.id),
  /** The confirmed one. */
  email: text('email'),
  confirmedAt: moment('confirmed_at'),
  /** The one that waits for its code. */
  wanted: text('wanted'),
  codeHash: text('code_hash'),
  codeExpiresAt: moment('code_expires_at'),
  codeTries: integer('code_tries').notNull().default(0),
})
