import { and, eq, inArray, notExists, sql } from 'drizzle-orm'
import type { Queryable, Transaction } from '@/db/client'
import { dossiers } from '@/db/schema/dossiers'
import { conflicts } from '@/db/schema/inside'

/** Writes down a declared interest; a second declaration of the same person adds nothing. */
export async function insertConflict(
  tx: Transaction,
  row: typeof conflicts.$inferInsert,
): Promise<void> {
  await tx.insert(conflicts).values(row).onConflictDoNothing()
}

/** Whether a dossier may stand in a list: none of these people declared an interest in it. */
export function visibleTo(tx: Queryable, personIds: readonly string[]) {
  return notExists(
    tx
      .select({ one: sql`1` })
      .from(conflicts)
      .where(
        and(eq(conflicts.dossierId, dossiers.id), inArray(conflicts.personId, [...personIds])),
      ),
  )
}

/** The dossiers in which one of these people declared an interest. */
export async function findHidden(
  tx: Queryable,
  personIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await tx
    .select({ dossierId: conflicts.dossierId })
    .from(conflicts)
    .where(inArray(conflicts.personId, [...personIds]))
  return new Set(rows.map(({ dossierId }) => dossierId))
}
