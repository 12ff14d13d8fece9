import { asc, eq } from 'drizzle-orm'
import type { Queryable, Transaction } from '@/db/client'
import { officerPosts } from '@/db/schema/agencies'
import { dossierEvents } from '@/db/schema/events'
import { people } from '@/db/schema/identity'

export type EventRow = typeof dossierEvents.$inferSelect

export async function appendEvent(
  tx: Transaction,
  event: typeof dossierEvents.$inferInsert,
): Promise<void> {
  await tx.insert(dossierEvents).values(event)
}

/** The whole record of one dossier, oldest first. */
export async function findEvents(tx: Queryable, dossierId: string): Promise<EventRow[]> {
  return tx
    .select()
    .from(dossierEvents)
    .where(eq(dossierEvents.dossierId, dossierId))
    .orderBy(asc(dossierEvents.seq))
}

/** Who did what on a dossier, for the separation of duties. */
export async function findPerformed(
  tx: Queryable,
  dossierId: string,
): Promise<{ event: string; personId: string | null }[]> {
  return tx
    .selectDistinct({ event: dossierEvents.type, personId: dossierEvents.actorPersonId })
    .from(dossierEvents)
    .where(eq(dossierEvents.dossierId, dossierId))
}

export type TimelineRow = {
  seq: number
  at: Date
  type: string
  actorName: string | null
  position: string | null
  division: string | null
}

/** The record as people read it: what happened, when, by whom in which position. */
export async function findTimeline(tx: Queryable, dossierId: string): Promise<TimelineRow[]> {
  return tx
    .select({
      seq: dossierEvents.seq,
      at: dossierEvents.at,
      type: dossierEvents.type,
      actorName: people.fullName,
      position: officerPosts.position,
      division: officerPosts.division,
    })
    .from(dossierEvents)
    .leftJoin(people, eq(people.id, dossierEvents.actorPersonId))
    .leftJoin(officerPosts, eq(officerPosts.id, dossierEvents.actorPostId))
    .where(eq(dossierEvents.dossierId, dossierId))
    .orderBy(asc(dossierEvents.seq))
}
