import { asc, desc, eq, sql } from 'drizzle-orm'
import type { Queryable, Transaction } from '@/db/client'
import { officerPosts } from '@/db/schema/agencies'
import { accessLog, appraisalChecks, inspections, opinions } from '@/db/schema/casework'
import { people } from '@/db/schema/identity'

export type InspectionRow = typeof inspections.$inferSelect
export type CheckRow = typeof appraisalChecks.$inferSelect
export type OpinionRow = typeof opinions.$inferSelect

/** The inspection that counts: the last one recorded. */
export async function findInspection(
  tx: Queryable,
  dossierId: string,
): Promise<InspectionRow | undefined> {
  const [row] = await tx
    .select()
    .from(inspections)
    .where(eq(inspections.dossierId, dossierId))
    .orderBy(desc(inspections.recordedAt))
    .limit(1)
  return row
}

export async function saveChecks(tx: Transaction, rows: CheckRow[]): Promise<void> {
  if (rows.length === 0) return
  await tx
    .insert(appraisalChecks)
    .values(rows)
    .onConflictDoUpdate({
      target: [appraisalChecks.dossierId, appraisalChecks.itemKey],
      set: {
        verdict: sql`excluded.verdict`,
        note: sql`excluded.note`,
        checkedBy: sql`excluded.checked_by`,
        checkedAt: sql`excluded.checked_at`,
      },
    })
}

export async function findChecks(tx: Queryable, dossierId: string): Promise<CheckRow[]> {
  return tx.select().from(appraisalChecks).where(eq(appraisalChecks.dossierId, dossierId))
}

export async function insertOpinion(tx: Transaction, row: OpinionRow): Promise<void> {
  await tx.insert(opinions).values(row)
}

export async function findOpinions(tx: Queryable, dossierId: string): Promise<OpinionRow[]> {
  return tx
    .select()
    .from(opinions)
    .where(eq(opinions.dossierId, dossierId))
    .orderBy(asc(opinions.at))
}

export async function logAccess(tx: Queryable, row: typeof accessLog.$inferInsert): Promise<void> {
  await tx.insert(accessLog).values(row)
}

export type Look = {
  at: Date
  fullName: string
  position: string
  division: string
  /** What it was for: `casework`, or `population-check` for people looked up in the population database. */
  purpose: string
}

/** Which officers looked at a dossier, newest first, bounded. */
export async function findLooks(tx: Queryable, dossierId: string): Promise<Look[]> {
  return tx
    .select({
      at: accessLog.at,
      fullName: people.fullName,
      position: officerPosts.position,
      division: officerPosts.division,
      purpose: accessLog.purpose,
    })
    .from(accessLog)
    .innerJoin(people, eq(people.id, accessLog.personId))
    .innerJoin(officerPosts, eq(officerPosts.id, accessLog.postId))
    .where(eq(accessLog.dossierId, dossierId))
    .orderBy(desc(accessLog.at))
    .limit(50)
}
