import { and, count, desc, eq, inArray, isNull, lt, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Queryable, Transaction } from '@/db/client'
import { agencies, officerPosts } from '@/db/schema/agencies'
import { documentNumbers, documents } from '@/db/schema/documents'
import { dossiers, parties } from '@/db/schema/dossiers'
import { dossierEvents } from '@/db/schema/events'
import { people } from '@/db/schema/identity'
import { inboxNotices, outgoingMessages } from '@/db/schema/notifications'
import { paymentOrders } from '@/db/schema/payments'
import { definitionVersions } from '@/db/schema/procedures'
import type { LicenceEvent } from '@/lib/workflow/flows/licence-events'

export type InboxNotice = typeof inboxNotices.$inferSelect
export type OutgoingMessageRow = typeof outgoingMessages.$inferSelect
type EventKey = { dossierId: string; seq: number }

export type NoticeEvent = { type: LicenceEvent; at: Date; details: Record<string, unknown> }

/** The event that a notice is about. */
export async function getNoticeEvent(on: Queryable, key: EventKey): Promise<NoticeEvent> {
  const [row] = await on
    .select({ type: dossierEvents.type, at: dossierEvents.at, details: dossierEvents.details })
    .from(dossierEvents)
    .where(and(eq(dossierEvents.dossierId, key.dossierId), eq(dossierEvents.seq, key.seq)))
  if (!row) throw new Error(`no event ${key.seq} of dossier ${key.dossierId}`)
  return { ...row, type: row.type as LicenceEvent }
}

/** The newest event of given types (before a number, if one is given), with who raised it. */
export async function findLastEventOf(
  on: Queryable,
  { dossierId, types, before }: { dossierId: string; types: LicenceEvent[]; before?: number },
) {
  const [row] = await on
    .select({
      at: dossierEvents.at,
      actorName: people.fullName,
      position: officerPosts.position,
    })
    .from(dossierEvents)
    .leftJoin(people, eq(people.id, dossierEvents.actorPersonId))
    .leftJoin(officerPosts, eq(officerPosts.id, dossierEvents.actorPostId))
    .where(
      and(
        eq(dossierEvents.dossierId, dossierId),
        inArray(dossierEvents.type, types),
        before === undefined ? undefined : lt(dossierEvents.seq, before),
      ),
    )
    .orderBy(desc(dossierEvents.seq))
    .limit(1)
  return row
}

const owners = alias(parties, 'owners')
const contacts = alias(parties, 'contacts')
const officers = alias(people, 'officers')

const subjectColumns = {
  dossierId: dossiers.id,
  lastSeq: dossiers.lastSeq,
  submissionReference: dossiers.submissionReference,
  dossierCode: dossiers.dossierCode,
  procedureName: sql<{ vi: string; en: string }>`${definitionVersions.body} -> 'name'`,
  agencyVi: agencies.nameVi,
  agencyEn: agencies.nameEn,
  contact: agencies.contact,
  personId: people.id,
  personName: people.fullName,
  personEmail: people.email,
  personPhone: people.phone,
  locale: people.locale,
  organisationId: dossiers.organisationId,
  ownerKind: owners.kind,
  ownerName: dossiers.ownerName,
  contactEmail: contacts.email,
  contactPhone: contacts.phone,
  assigneeName: officers.fullName,
  assigneePosition: officerPosts.position,
  paymentState: dossiers.paymentState,
  feeVnd: dossiers.feeVnd,
  wantsPaperCopy: dossiers.wantsPaperCopy,
  submittedAt: dossiers.submittedAt,
  acceptedAt: dossiers.acceptedAt,
  acceptanceDueAt: dossiers.acceptanceDueAt,
  appraisalDueAt: dossiers.appraisalDueAt,
  issueDueAt: dossiers.issueDueAt,
  endedAt: dossiers.endedAt,
}

/** A dossier as notices speak of it: its agency, its procedure, whom to tell, who handles it. */
export async function getNoticeSubject(on: Queryable, dossierId: string) {
  const [row] = await on
    .select(subjectColumns)
    .from(dossiers)
    .innerJoin(agencies, eq(agencies.id, dossiers.solvingAgencyId))
    .innerJoin(definitionVersions, eq(definitionVersions.id, dossiers.procedureVersionId))
    .innerJoin(people, eq(people.id, dossiers.submitterPersonId))
    .leftJoin(owners, and(eq(owners.dossierId, dossiers.id), eq(owners.role, 'owner')))
    .leftJoin(contacts, and(eq(contacts.dossierId, dossiers.id), eq(contacts.role, 'contact')))
    .leftJoin(officerPosts, eq(officerPosts.id, dossiers.assigneePostId))
    .leftJoin(officers, eq(officers.id, officerPosts.personId))
    .where(eq(dossiers.id, dossierId))
  if (!row) throw new Error(`no dossier ${dossierId}`)
  return row
}
export type NoticeSubject = Awaited<ReturnType<typeof getNoticeSubject>>

/** What was paid for a dossier, in đồng. */
export async function findPaidAmount(
  on: Queryable,
  dossierId: string,
): Promise<number | undefined> {
  const [row] = await on
    .select({ amount: paymentOrders.amount })
    .from(paymentOrders)
    .where(and(eq(paymentOrders.dossierId, dossierId), eq(paymentOrders.state, 'paid')))
  return row?.amount
}

/** The number of the result of a dossier; of a corrected one, the number that holds. */
export async function findResultNumber(
  on: Queryable,
  dossierId: string,
): Promise<string | undefined> {
  const [row] = await on
    .select({ number: documentNumbers.number })
    .from(documentNumbers)
    .innerJoin(documents, eq(documents.id, documentNumbers.documentId))
    .where(and(eq(documents.dossierId, dossierId), eq(documents.kind, 'licence')))
    .orderBy(desc(documents.ordinal))
    .limit(1)
  return row?.number
}

/** Adds a line to the inbox, once per event, kind and person. */
export async function insertInboxNotice(tx: Transaction, notice: InboxNotice): Promise<void> {
  await tx.insert(inboxNotices).values(notice).onConflictDoNothing()
}

/** Puts other words in the place of a line of the inbox, unread again; false when it is of another kind. */
export async function replaceInboxNotice(
  tx: Transaction,
  { id, kind }: Pick<InboxNotice, 'id' | 'kind'>,
  words: Pick<InboxNotice, 'kind' | 'params' | 'createdAt'>,
): Promise<boolean> {
  const rows = await tx
    .update(inboxNotices)
    .set({ ...words, readAt: null })
    .where(and(eq(inboxNotices.id, id), eq(inboxNotices.kind, kind)))
    .returning({ id: inboxNotices.id })
  return rows.length > 0
}

/** Adds a message to be sent; false when it is there already. */
export async function insertOutgoingMessage(
  tx: Transaction,
  message: typeof outgoingMessages.$inferInsert,
): Promise<boolean> {
  const rows = await tx
    .insert(outgoingMessages)
    .values(message)
    .onConflictDoNothing()
    .returning({ id: outgoingMessages.id })
  return rows.length > 0
}

/** A letter about no event of a dossier: to a unit outside, to the writer of a draft. It goes once. */
export async function insertLetter(
  tx: Transaction,
  row: Omit<typeof outgoingMessages.$inferInsert, 'channel' | 'state'>,
): Promise<void> {
  await tx
    .insert(outgoingMessages)
    .values({ ...row, channel: 'email', state: 'promised' })
    .onConflictDoNothing()
}

export async function findOutgoingMessage(
  on: Queryable,
  id: string,
): Promise<OutgoingMessageRow | undefined> {
  const [row] = await on.select().from(outgoingMessages).where(eq(outgoingMessages.id, id))
  return row
}

/** A message that still has to go, locked; missing when it went, or another worker has it in hand. */
export async function findPromisedMessageForUpdate(
  tx: Transaction,
  id: string,
): Promise<OutgoingMessageRow | undefined> {
  const [row] = await tx
    .select()
    .from(outgoingMessages)
    .where(and(eq(outgoingMessages.id, id), eq(outgoingMessages.state, 'promised')))
    .for('update', { skipLocked: true })
  return row
}

export async function changeOutgoingMessage(
  tx: Transaction,
  id: string,
  change: Partial<Pick<OutgoingMessageRow, 'state' | 'attempts' | 'lastError' | 'sentAt'>>,
): Promise<void> {
  await tx.update(outgoingMessages).set(change).where(eq(outgoingMessages.id, id))
}

/** A person's notices, newest first; at most a hundred. */
export function listInboxNotices(on: Queryable, personId: string): Promise<InboxNotice[]> {
  return on
    .select()
    .from(inboxNotices)
    .where(eq(inboxNotices.personId, personId))
    .orderBy(desc(inboxNotices.createdAt), desc(inboxNotices.id))
    .limit(100)
}

export async function countUnreadNotices(on: Queryable, personId: string): Promise<number> {
  const [row] = await on
    .select({ unread: count() })
    .from(inboxNotices)
    .where(and(eq(inboxNotices.personId, personId), isNull(inboxNotices.readAt)))
  return row?.unread ?? 0
}

/** Marks a person's own notices read; with a dossier only those about it. */
export async function markNoticesRead(
  on: Queryable,
  { personId, dossierId, at }: { personId: string; dossierId?: string; at: Date },
): Promise<void> {
  await on
    .update(inboxNotices)
    .set({ readAt: at })
    .where(
      and(
        eq(inboxNotices.personId, personId),
        isNull(inboxNotices.readAt),
        dossierId === undefined ? undefined : eq(inboxNotices.dossierId, dossierId),
      ),
    )
}
