import { and, asc, eq, inArray, lt, sql } from 'drizzle-orm'
import type { Queryable, Transaction } from '@/db/client'
import { dossiers } from '@/db/schema/dossiers'
import { opinionRequests } from '@/db/schema/inside'
import type { LicenceState } from '@/lib/workflow/flows/licence-states'

export type OpinionRequestRow = typeof opinionRequests.$inferSelect

export async function insertOpinionRequest(
  tx: Transaction,
  row: typeof opinionRequests.$inferInsert,
): Promise<void> {
  await tx.insert(opinionRequests).values(row)
}

/** The opinions asked for a dossier, in the order of asking. */
export function findOpinionRequests(
  tx: Queryable,
  dossierId: string,
): Promise<OpinionRequestRow[]> {
  return tx
    .select()
    .from(opinionRequests)
    .where(eq(opinionRequests.dossierId, dossierId))
    .orderBy(asc(opinionRequests.askedAt), asc(opinionRequests.id))
}

export async function findOpinionByToken(
  tx: Queryable,
  tokenHash: string,
): Promise<OpinionRequestRow | undefined> {
  const [row] = await tx
    .select()
    .from(opinionRequests)
    .where(eq(opinionRequests.tokenHash, tokenHash))
  return row
}

/** The same row, held until the transaction ends: of two answers one counts. */
export async function findOpinionForUpdate(
  tx: Transaction,
  id: string,
): Promise<OpinionRequestRow | undefined> {
  const [row] = await tx
    .select()
    .from(opinionRequests)
    .where(eq(opinionRequests.id, id))
    .for('update')
  return row
}

export async function changeOpinionRequest(
  tx: Queryable,
  id: string,
  changes: Partial<OpinionRequestRow>,
): Promise<void> {
  await tx.update(opinionRequests).set(changes).where(eq(opinionRequests.id, id))
}

/** Counts a wrong code; the count comes back. */
export async function countCodeTry(tx: Transaction, id: string): Promise<void> {
  await tx
    .update(opinionRequests)
    .set({ codeTries: sql`${opinionRequests.codeTries} + 1` })
    .where(eq(opinionRequests.id, id))
}

/** Unanswered opinions of dossiers under work that are due before a moment; the earliest due first. */
export async function findOpinionsDueBefore(
  tx: Queryable,
  { before, states }: { before: Date; states: readonly LicenceState[] },
): Promise<(OpinionRequestRow & { solvingAgencyId: string })[]> {
  const rows = await tx
    .select({ request: opinionRequests, solvingAgencyId: dossiers.solvingAgencyId })
    .from(opinionRequests)
    .innerJoin(dossiers, eq(dossiers.id, opinionRequests.dossierId))
    .where(
      and(
        eq(opinionRequests.state, 'asked'),
        lt(opinionRequests.dueAt, before),
        inArray(dossiers.state, [...states]),
      ),
    )
    .orderBy(asc(opinionRequests.dueAt))
    .limit(500)
  return rows.map(({ request, solvingAgencyId }) => ({ ...request, solvingAgencyId }))
}
