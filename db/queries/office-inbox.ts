import { and, desc, eq, getTableColumns, inArray, isNull, lt, or, sql } from 'drizzle-orm'
import type { Queryable } from '@/db/client'
import { dossiers } from '@/db/schema/dossiers'
import { inboxNotices } from '@/db/schema/notifications'
import { visibleTo } from './conflicts'
import type { InboxNotice } from './notifications'

export type OfficersInbox = {
  personId: string
  agencyId: string
  /** Dossiers in which one of these people declared an interest are not spoken of. */
  hiddenFrom: readonly string[]
}

/** Lines to a person as an officer of an agency, newest first, after a place in that order. */
export async function findOfficerNotices(
  on: Queryable,
  inbox: OfficersInbox,
  page: { before: { at: Date; id: string } | null; limit: number },
): Promise<InboxNotice[]> {
  const { createdAt, id } = inboxNotices
  const { before } = page
  const older =
    before && or(lt(createdAt, before.at), and(eq(createdAt, before.at), lt(id, before.id)))
  return on
    .select(getTableColumns(inboxNotices))
    .from(inboxNotices)
    .innerJoin(dossiers, eq(dossiers.id, inboxNotices.dossierId))
    .where(and(toOfficer(on, inbox), older ?? undefined))
    .orderBy(desc(createdAt), desc(id))
    .limit(page.limit)
}

/** How many of them are unread, counted no further than a limit. */
export async function countUnreadOfficerNotices(
  on: Queryable,
  inbox: OfficersInbox,
  limit: number,
): Promise<number> {
  const rows = await on
    .select({ one: sql`1` })
    .from(inboxNotices)
    .innerJoin(dossiers, eq(dossiers.id, inboxNotices.dossierId))
    .where(and(toOfficer(on, inbox), isNull(inboxNotices.readAt)))
    .limit(limit)
  return rows.length
}

/** Marks a person's lines as an officer of an agency read: all, or those about one dossier. */
export async function markOfficerNoticesRead(
  on: Queryable,
  { personId, agencyId }: Pick<OfficersInbox, 'personId' | 'agencyId'>,
  { dossierId, at }: { dossierId: string | null; at: Date },
): Promise<void> {
  const ofAgency = on
    .select({ id: dossiers.id })
    .from(dossiers)
    .where(eq(dossiers.solvingAgencyId, agencyId))
  await on
    .update(inboxNotices)
    .set({ readAt: at })
    .where(
      and(
        eq(inboxNotices.personId, personId),
        inArray(inboxNotices.kind, OFFICER_KINDS),
        isNull(inboxNotices.readAt),
        dossierId === null ? undefined : eq(inboxNotices.dossierId, dossierId),
        inArray(inboxNotices.dossierId, ofAgency),
      ),
    )
}

/** What is said to officers; all else in a person's inbox is said to an applicant. */
const OFFICER_KINDS = ['officer-duty']

function toOfficer(on: Queryable, { personId, agencyId, hiddenFrom }: OfficersInbox) {
  return and(
    eq(inboxNotices.personId, personId),
    inArray(inboxNotices.kind, OFFICER_KINDS),
    eq(dossiers.solvingAgencyId, agencyId),
    visibleTo(on, hiddenFrom),
  )
}
