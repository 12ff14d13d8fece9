import { and, asc, eq, gt, inArray, isNull, or, sql } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import type { Queryable, Transaction } from '@/db/client'
import { agencies, officerPosts } from '@/db/schema/agencies'
import { mandates, organisations, people } from '@/db/schema/identity'

export type PersonRow = typeof people.$inferSelect
export type MandateRow = typeof mandates.$inferSelect
type NewPerson = typeof people.$inferInsert
type NewOrganisation = typeof organisations.$inferInsert

export async function getPerson(tx: Queryable, id: string): Promise<PersonRow> {
  const [row] = await tx.select().from(people).where(eq(people.id, id))
  if (!row) throw new Error(`no person ${id}`)
  return row
}

/**
 * Makes or renews the person of an electronic identity, found by issuer and subject and by nothing
 * else. An e-mail address that the person gave the portal stays. The row is locked until the end.
 */
export async function saveEidPerson(tx: Transaction, person: NewPerson): Promise<string> {
  const [row] = await tx
    .insert(people)
    .values(person)
    .onConflictDoUpdate({
      target: [people.eidIssuer, people.eidSubject],
      set: {
        fullName: person.fullName,
        assurance: person.assurance,
        nationalIdSealed: person.nationalIdSealed,
        nationalIdHash: person.nationalIdHash,
        birthDate: person.birthDate,
        address: sql`coalesce(excluded.address, ${people.address})`,
        phone: sql`coalesce(excluded.phone, ${people.phone})`,
        email: sql`coalesce(${people.email}, excluded.email)`,
      },
    })
    .returning({ id: people.id })
  if (!row) throw new Error('the person was not saved')
  return row.id
}

/** Makes or renews an organisation, found by its tax code. */
export type OrganisationRow = typeof organisations.$inferSelect

export async function getOrganisation(tx: Queryable, id: string): Promise<OrganisationRow> {
  const [row] = await tx.select().from(organisations).where(eq(organisations.id, id))
  if (!row) throw new Error(`no organisation ${id}`)
  return row
}

export async function saveOrganisation(tx: Transaction, row: NewOrganisation): Promise<string> {
  const [saved] = await tx
    .insert(organisations)
    .values(row)
    .onConflictDoUpdate({
      target: organisations.taxCode,
      set: { name: row.name, kind: row.kind, address: row.address },
    })
    .returning({ id: organisations.id })
  if (!saved) throw new Error('the organisation was not saved')
  return saved.id
}

export function insertMandate(tx: Transaction, row: typeof mandates.$inferInsert) {
  return tx.insert(mandates).values(row)
}

export async function endMandates(tx: Transaction, ids: string[], at: Date): Promise<void> {
  if (ids.length === 0) return
  await tx.update(mandates).set({ validTo: at }).where(inArray(mandates.id, ids))
}

/** True while an appointment without an end, or with one after `at`, holds. */
export function holds(validTo: AnyPgColumn<{ data: Date }>, at: Date) {
  return or(isNull(validTo), gt(validTo, at))
}

export type MandateWithOrganisation = MandateRow & { organisationName: string; taxCode: string }

/** For whom the person may act now, by name. */
export async function findMandates(
  tx: Queryable,
  personId: string,
  at: Date,
): Promise<MandateWithOrganisation[]> {
  const rows = await tx
    .select({ mandate: mandates, name: organisations.name, taxCode: organisations.taxCode })
    .from(mandates)
    .innerJoin(organisations, eq(organisations.id, mandates.organisationId))
    .where(and(eq(mandates.personId, personId), holds(mandates.validTo, at)))
    .orderBy(asc(organisations.name))
  return rows.map(({ mandate, name, taxCode }) => ({ ...mandate, organisationName: name, taxCode }))
}

export type PostWithAgency = typeof officerPosts.$inferSelect & { agencyName: string }

/** The person's posts now. */
export async function findPostsOf(
  tx: Queryable,
  personId: string,
  at: Date,
): Promise<PostWithAgency[]> {
  const rows = await tx
    .select({ post: officerPosts, agencyName: agencies.nameVi })
    .from(officerPosts)
    .innerJoin(agencies, eq(agencies.id, officerPosts.agencyId))
    .where(and(eq(officerPosts.personId, personId), holds(officerPosts.validTo, at)))
    .orderBy(asc(agencies.nameVi), asc(officerPosts.position))
  return rows.map(({ post, agencyName }) => ({ ...post, agencyName }))
}
