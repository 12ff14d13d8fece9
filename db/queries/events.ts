import { asc, eq } from 'drizzle-orm'
import type { Queryable, Transaction } from '@/db/client'
import { officerPosts } from '@/db/schema/agencies'
import { dossierEvents } from '@/db/schema/events'
import { people } from '@/db/schema/identity'
import { conflicts } from '@/db/schema/inside'
import { refusedAttempts } from '@/db/schema/turns'
import { lenderPosts, lenders } from './delegations'

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

export type Performed = { event: string; personId: string | null; forPersonId: string | null }

/** Who did what on a dossier, and for whom they stood in: for the separation of duties. */
export async function findPerformed(tx: Queryable, dossierId: string): Promise<Performed[]> {
  return tx
    .selectDistinct({
      event: dossierEvents.type,
      personId: dossierEvents.actorPersonId,
      forPersonId: officerPosts.personId,
    })
    .from(dossierEvents)
    .leftJoin(officerPosts, eq(officerPosts.id, dossierEvents.actingForPostId))
    .where(eq(dossierEvents.dossierId, dossierId))
}

/** Officers who declared an interest in a dossier. */
export async function findConflicted(tx: Queryable, dossierId: string): Promise<string[]> {
  const rows = await tx
    .select({ personId: conflicts.personId })
    .from(conflicts)
    .where(eq(conflicts.dossierId, dossierId))
  return rows.map(({ personId }) => personId)
}

/** Writes down what was tried and refused. */
export async function insertRefusedAttempt(
  tx: Queryable,
  row: typeof refusedAttempts.$inferInsert,
): Promise<void> {
  await tx.insert(refusedAttempts).values(row)
}

export type TimelineRow = {
  seq: number
  at: Date
  type: string
  actorName: string | null
  position: string | null
  division: string | null
  /** In whose place, with lent powers. */
  forName: string | null
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
      forName: lenders.fullName,
    })
    .from(dossierEvents)
    .leftJoin(people, eq(people.id, dossierEvents.actorPersonId))
    .leftJoin(officerPosts, eq(officerPosts.id, dossierEvents.actorPostId))
    .leftJoin(lenderPosts, eq(lenderPosts.id, dossierEvents.actingForPostId))
    .leftJoin(lenders, eq(lenders.id, lenderPosts.personId))
    .where(eq(dossierEvents.dossierId, dossierId))
    .orderBy(asc(dossierEvents.seq))
}
