import { and, arrayContains, asc, eq, gt, isNotNull, isNull, lt, lte, or } from 'drizzle-orm'
import type { Queryable, Transaction } from '@/db/client'
import { agencies, officerPosts } from '@/db/schema/agencies'
import { dossiers } from '@/db/schema/dossiers'
import { passings } from '@/db/schema/filing-elsewhere'
import { breaches } from '@/db/schema/watch'

export type PassingRow = typeof passings.$inferSelect

export async function insertPassing(
  tx: Transaction,
  row: Omit<PassingRow, 'confirmedBy' | 'confirmedAt'>,
): Promise<void> {
  await tx.insert(passings).values(row)
}

export async function getPassing(tx: Queryable, id: string): Promise<PassingRow> {
  const [row] = await tx.select().from(passings).where(eq(passings.id, id))
  if (!row) throw new Error(`no passing ${id}`)
  return row
}

/** How a dossier filed elsewhere was passed on; undefined before it was. */
export async function findPassing(
  tx: Queryable,
  dossierId: string,
): Promise<PassingRow | undefined> {
  const [row] = await tx.select().from(passings).where(eq(passings.dossierId, dossierId))
  return row
}

/** The papers are there: nobody waits for them any more, and a recorded delay has ended. */
export async function confirmPassing(
  tx: Transaction,
  id: string,
  confirmed: { dossierId: string; confirmedBy: string; confirmedAt: Date },
): Promise<void> {
  const { dossierId, confirmedBy, confirmedAt } = confirmed
  await tx.update(passings).set({ confirmedBy, confirmedAt }).where(eq(passings.id, id))
  await tx
    .update(breaches)
    .set({ endedAt: confirmedAt })
    .where(
      and(
        eq(breaches.dossierId, dossierId),
        eq(breaches.kind, 'papers-late'),
        isNull(breaches.endedAt),
      ),
    )
}

/** Papers that should have arrived, oldest first, of dossiers that are still open. */
export async function findLatePassings(tx: Queryable, at: Date): Promise<PassingRow[]> {
  const rows = await tx
    .select({ passing: passings })
    .from(passings)
    .innerJoin(dossiers, eq(dossiers.id, passings.dossierId))
    .where(
      and(
        isNull(passings.confirmedAt),
        isNotNull(passings.papersDueAt),
        lt(passings.papersDueAt, at),
        isNull(dossiers.endedAt),
      ),
    )
    .orderBy(asc(passings.papersDueAt), asc(passings.id))
  return rows.map(({ passing }) => passing)
}

/** What lies at the desks where it was filed and waits to be passed on. */
export async function findHeld(tx: Queryable): Promise<string[]> {
  const rows = await tx
    .select({ id: dossiers.id })
    .from(dossiers)
    .where(and(eq(dossiers.filedElsewhere, 'held'), eq(dossiers.state, 'submitted')))
    .orderBy(asc(dossiers.id))
  return rows.map(({ id }) => id)
}

/** The agency that received a dossier for another one; undefined for what was filed where it is decided. */
export async function findReceiver(
  tx: Queryable,
  dossierId: string,
): Promise<{ nameVi: string; nameEn: string } | undefined> {
  const [row] = await tx
    .select({ nameVi: agencies.nameVi, nameEn: agencies.nameEn })
    .from(dossiers)
    .innerJoin(agencies, eq(agencies.id, dossiers.receivingAgencyId))
    .where(and(eq(dossiers.id, dossierId), isNotNull(dossiers.filedElsewhere)))
  return row
}

/** The agencies that have somebody at their desk at a moment, by name. */
export async function listReceivers(
  tx: Queryable,
  at: Date,
): Promise<{ id: string; nameVi: string; nameEn: string }[]> {
  return tx
    .selectDistinct({ id: agencies.id, nameVi: agencies.nameVi, nameEn: agencies.nameEn })
    .from(agencies)
    .innerJoin(officerPosts, eq(officerPosts.agencyId, agencies.id))
    .where(
      and(
        arrayContains(officerPosts.roles, ['deskOfficer']),
        lte(officerPosts.validFrom, at),
        or(isNull(officerPosts.validTo), gt(officerPosts.validTo, at)),
      ),
    )
    .orderBy(asc(agencies.nameVi))
}
