import { and, asc, desc, eq, gt, inArray, isNull, or, sql } from 'drizzle-orm'
import type { Queryable, Transaction } from '@/db/client'
import type { PostWithName } from '@/db/queries/agencies'
import { officerPosts } from '@/db/schema/agencies'
import { inspections } from '@/db/schema/casework'
import { people } from '@/db/schema/identity'
import {
  inspectionFindings,
  inspectionMembers,
  minutesSignatures,
  siteCorrections,
} from '@/db/schema/inside'

export type InspectionRow = typeof inspections.$inferSelect
export type MemberRow = typeof inspectionMembers.$inferSelect
export type FindingRow = typeof inspectionFindings.$inferSelect
export type CorrectionRow = typeof siteCorrections.$inferSelect
export type SignatureRow = typeof minutesSignatures.$inferSelect

/** The visit of a dossier that counts now, locked by the dossier's own lock. */
export async function findVisit(
  tx: Queryable,
  dossierId: string,
): Promise<InspectionRow | undefined> {
  const [row] = await tx
    .select()
    .from(inspections)
    .where(eq(inspections.dossierId, dossierId))
    .orderBy(desc(inspections.recordedAt), desc(inspections.id))
    .limit(1)
  return row
}

export async function findVisitById(tx: Queryable, id: string): Promise<InspectionRow | undefined> {
  const [row] = await tx.select().from(inspections).where(eq(inspections.id, id))
  return row
}

/** Plans a visit, or plans the same one anew. */
export async function saveVisit(
  tx: Transaction,
  row: typeof inspections.$inferInsert,
): Promise<void> {
  await tx
    .insert(inspections)
    .values(row)
    .onConflictDoUpdate({ target: inspections.id, set: { ...row, id: undefined } })
}

export async function changeVisit(
  tx: Transaction,
  id: string,
  changes: Partial<InspectionRow>,
): Promise<void> {
  await tx.update(inspections).set(changes).where(eq(inspections.id, id))
}

/** Puts a team in the place of the one before. */
export async function saveTeam(tx: Transaction, id: string, rows: MemberRow[]): Promise<void> {
  await tx.delete(inspectionMembers).where(eq(inspectionMembers.inspectionId, id))
  await tx.insert(inspectionMembers).values(rows)
}

export function findTeam(tx: Queryable, inspectionId: string): Promise<MemberRow[]> {
  return tx
    .select()
    .from(inspectionMembers)
    .where(eq(inspectionMembers.inspectionId, inspectionId))
    .orderBy(asc(inspectionMembers.position))
}

/** The posts of an agency that are held now, by name. */
export async function findPostsOfAgency(
  tx: Queryable,
  { agencyId, at }: { agencyId: string; at: Date },
): Promise<PostWithName[]> {
  const rows = await tx
    .select({ post: officerPosts, fullName: people.fullName })
    .from(officerPosts)
    .innerJoin(people, eq(people.id, officerPosts.personId))
    .where(
      and(
        eq(officerPosts.agencyId, agencyId),
        or(isNull(officerPosts.validTo), gt(officerPosts.validTo, at)),
      ),
    )
    .orderBy(asc(people.fullName))
  return rows.map(({ post, fullName }) => ({ ...post, fullName }))
}

export async function saveFindings(tx: Transaction, rows: FindingRow[]): Promise<void> {
  if (rows.length === 0) return
  await tx
    .insert(inspectionFindings)
    .values(rows)
    .onConflictDoUpdate({
      target: [inspectionFindings.inspectionId, inspectionFindings.itemKey],
      set: { verdict: sql`excluded.verdict`, note: sql`excluded.note` },
    })
}

export function findFindings(tx: Queryable, inspectionId: string): Promise<FindingRow[]> {
  return tx
    .select()
    .from(inspectionFindings)
    .where(eq(inspectionFindings.inspectionId, inspectionId))
}

export async function insertCorrection(tx: Transaction, row: CorrectionRow): Promise<void> {
  await tx.insert(siteCorrections).values(row)
}

/** What the facility had to put right, the newest demand first. */
export function findCorrections(tx: Queryable, dossierId: string): Promise<CorrectionRow[]> {
  return tx
    .select()
    .from(siteCorrections)
    .where(eq(siteCorrections.dossierId, dossierId))
    .orderBy(desc(siteCorrections.round))
}

export async function changeCorrection(
  tx: Transaction,
  id: string,
  changes: Partial<CorrectionRow>,
): Promise<void> {
  await tx.update(siteCorrections).set(changes).where(eq(siteCorrections.id, id))
}

export async function insertSignatures(
  tx: Transaction,
  rows: (typeof minutesSignatures.$inferInsert)[],
): Promise<void> {
  await tx.insert(minutesSignatures).values(rows)
}

export function findSignatures(
  tx: Queryable,
  documentIds: readonly string[],
): Promise<SignatureRow[]> {
  if (documentIds.length === 0) return Promise.resolve([])
  return tx
    .select()
    .from(minutesSignatures)
    .where(inArray(minutesSignatures.documentId, [...documentIds]))
    .orderBy(desc(minutesSignatures.side))
}

/** Writes down how a side confirmed; false when it had done so before. */
export async function confirmSignature(
  tx: Transaction,
  { documentId, side }: Pick<SignatureRow, 'documentId' | 'side'>,
  proof: Partial<SignatureRow>,
): Promise<boolean> {
  const changed = await tx
    .update(minutesSignatures)
    .set(proof)
    .where(
      and(
        eq(minutesSignatures.documentId, documentId),
        eq(minutesSignatures.side, side),
        isNull(minutesSignatures.confirmedAt),
      ),
    )
    .returning({ documentId: minutesSignatures.documentId })
  return changed.length === 1
}
