import { and, asc, desc, eq, getTableColumns, inArray, isNull, or } from 'drizzle-orm'
import type { Queryable, Transaction } from '@/db/client'
import { inboxNotices } from '@/db/schema/notifications'
import { extensions } from '@/db/schema/turns'
import { breaches } from '@/db/schema/watch'

export type ExtensionRow = typeof extensions.$inferSelect

export async function insertExtension(
  tx: Transaction,
  row: typeof extensions.$inferInsert,
): Promise<void> {
  await tx.insert(extensions).values(row)
}

/** The newest request to extend in one of these states. */
export async function findExtension(
  tx: Queryable,
  dossierId: string,
  states: ExtensionRow['state'][],
): Promise<ExtensionRow | undefined> {
  const [row] = await tx
    .select()
    .from(extensions)
    .where(and(eq(extensions.dossierId, dossierId), inArray(extensions.state, states)))
    .orderBy(desc(extensions.askedAt))
    .limit(1)
  return row
}

/** Moves a request on; false when it is not in the state it should come from. */
export async function moveExtension(
  tx: Transaction,
  { id, from }: { id: string; from: ExtensionRow['state'] },
  changes: Partial<Omit<ExtensionRow, 'id' | 'dossierId'>>,
): Promise<boolean> {
  const moved = await tx
    .update(extensions)
    .set(changes)
    .where(and(eq(extensions.id, id), eq(extensions.state, from)))
    .returning({ id: extensions.id })
  return moved.length === 1
}

/**
 * A promise of the law not kept, for which nobody has apologised in words of their own yet: at most the
 * watch has, in its own.
 */
export async function findUnexcusedBreach(tx: Queryable, dossierId: string) {
  const [row] = await tx
    .select(getTableColumns(breaches))
    .from(breaches)
    .leftJoin(inboxNotices, eq(inboxNotices.id, breaches.apologyMessageId))
    .where(
      and(
        eq(breaches.dossierId, dossierId),
        eq(breaches.kind, 'overdue'),
        or(isNull(breaches.apologyMessageId), eq(inboxNotices.kind, 'overdue-apology')),
      ),
    )
    .orderBy(asc(breaches.recordedAt))
    .limit(1)
  return row
}

/** A breach, locked: of two who would apologise for it the second sees that it was done. */
export async function findBreachForUpdate(tx: Transaction, id: string) {
  const [row] = await tx.select().from(breaches).where(eq(breaches.id, id)).for('update')
  return row
}

/** Ties the apology to its breach; false when another was faster. */
export async function linkApology(
  tx: Transaction,
  breachId: string,
  apologyMessageId: string,
): Promise<boolean> {
  const linked = await tx
    .update(breaches)
    .set({ apologyMessageId })
    .where(and(eq(breaches.id, breachId), isNull(breaches.apologyMessageId)))
    .returning({ id: breaches.id })
  return linked.length === 1
}
