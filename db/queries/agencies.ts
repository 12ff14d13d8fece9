import { and, arrayContains, asc, eq, gt, isNull, or } from 'drizzle-orm'
import type { Queryable } from '@/db/client'
import { agencies, officerPosts } from '@/db/schema/agencies'
import { people } from '@/db/schema/identity'
import type { OfficerRole } from '@/lib/workflow/roles'

export type AgencyRow = typeof agencies.$inferSelect
export type PostRow = typeof officerPosts.$inferSelect
export type PostWithName = PostRow & { fullName: string }

export async function getAgency(tx: Queryable, id: string): Promise<AgencyRow> {
  const agency = await findAgency(tx, id)
  if (!agency) throw new Error(`no agency ${id}`)
  return agency
}

export async function findAgency(tx: Queryable, id: string): Promise<AgencyRow | undefined> {
  const [row] = await tx.select().from(agencies).where(eq(agencies.id, id))
  return row
}

/** A post with the name of the person who holds it. */
export async function getPost(tx: Queryable, id: string): Promise<PostWithName> {
  const [row] = await tx
    .select({ post: officerPosts, fullName: people.fullName })
    .from(officerPosts)
    .innerJoin(people, eq(people.id, officerPosts.personId))
    .where(eq(officerPosts.id, id))
  if (!row) throw new Error(`no post ${id}`)
  return { ...row.post, fullName: row.fullName }
}

/** The posts of an agency that hold a role now, by name. */
export async function findPostsWithRole(
  tx: Queryable,
  wanted: { agencyId: string; role: OfficerRole; at: Date },
): Promise<PostWithName[]> {
  const rows = await tx
    .select({ post: officerPosts, fullName: people.fullName })
    .from(officerPosts)
    .innerJoin(people, eq(people.id, officerPosts.personId))
    .where(
      and(
        eq(officerPosts.agencyId, wanted.agencyId),
        arrayContains(officerPosts.roles, [wanted.role]),
        or(isNull(officerPosts.validTo), gt(officerPosts.validTo, wanted.at)),
      ),
    )
    .orderBy(asc(people.fullName))
  return rows.map((row) => ({ ...row.post, fullName: row.fullName }))
}

/** All posts of an agency that are held now, by name. */
export async function findPostsOfAgency(
  tx: Queryable,
  wanted: { agencyId: string; at: Date },
): Promise<PostWithName[]> {
  const rows = await tx
    .select({ post: officerPosts, fullName: people.fullName })
    .from(officerPosts)
    .innerJoin(people, eq(people.id, officerPosts.personId))
    .where(
      and(
        eq(officerPosts.agencyId, wanted.agencyId),
        or(isNull(officerPosts.validTo), gt(officerPosts.validTo, wanted.at)),
      ),
    )
    .orderBy(asc(people.fullName))
  return rows.map((row) => ({ ...row.post, fullName: row.fullName }))
}

export type NewAgency = typeof agencies.$inferInsert

/** Adds agencies that are not there yet; what an agency changed of its own row stays. */
export async function saveAgencies(tx: Queryable, rows: NewAgency[]): Promise<void> {
  await tx.insert(agencies).values(rows).onConflictDoNothing()
}

export async function changeAgency(
  tx: Queryable,
  id: string,
  changes: Partial<Pick<NewAgency, 'contact' | 'sealKeyId'>>,
): Promise<void> {
  await tx.update(agencies).set(changes).where(eq(agencies.id, id))
}

export async function insertPost(tx: Queryable, row: PostRow): Promise<void> {
  await tx.insert(officerPosts).values(row)
}
