import { asc, eq } from 'drizzle-orm'
import type { Queryable, Transaction } from '@/db/client'
import { dossierEvents } from '@/db/schema/events'

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
