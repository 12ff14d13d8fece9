import { and, asc, eq, gt, isNotNull, isNull, lte, or } from 'drizzle-orm'
import type { Queryable, Transaction } from '@/db/client'
import { mandates, organisations, people } from '@/db/schema/identity'
import { memberships } from '@/db/schema/workspace'
import { holds } from './identity'

export type MembershipRow = typeof memberships.$inferSelect

/** Whether a membership lasts at a moment: begun, not over, not ended. */
export function liveMembership(at: Date) {
  return and(lte(memberships.validFrom, at), notOver(at))
}

/** Not over and not ended; one that begins later counts as well. */
function notOver(at: Date) {
  return and(
    or(isNull(memberships.validTo), gt(memberships.validTo, at)),
    isNull(memberships.endedAt),
  )
}

export async function insertMembership(
  tx: Transaction,
  row: typeof memberships.$inferInsert,
): Promise<void> {
  await tx.insert(memberships).values(row)
}

/** Which organisations let the person work for them now, by name. */
export async function findMembershipsOf(
  tx: Queryable,
  personId: string,
  at: Date,
): Promise<(MembershipRow & { organisationName: string; taxCode: string })[]> {
  const rows = await tx
    .select({ membership: memberships, name: organisations.name, taxCode: organisations.taxCode })
    .from(memberships)
    .innerJoin(organisations, eq(organisations.id, memberships.organisationId))
    .where(and(eq(memberships.personId, personId), liveMembership(at)))
    .orderBy(asc(organisations.name), asc(memberships.id))
  return rows.map(({ membership, name, taxCode }) => ({
    ...membership,
    organisationName: name,
    taxCode,
  }))
}

export type MemberLine = MembershipRow & { fullName: string | null }

/** Everybody whom the organisation ever invited, with the name that the identity states once they came. */
export async function listMemberships(
  tx: Queryable,
  organisationId: string,
): Promise<MemberLine[]> {
  const rows = await tx
    .select({ membership: memberships, fullName: people.fullName })
    .from(memberships)
    .leftJoin(people, eq(people.id, memberships.personId))
    .where(eq(memberships.organisationId, organisationId))
    .orderBy(asc(memberships.createdAt), asc(memberships.id))
  return rows.map(({ membership, fullName }) => ({ ...membership, fullName }))
}

/** A membership of this organisation, locked; another's is as good as none. */
export async function findMembershipForUpdate(
  tx: Transaction,
  { id, organisationId }: { id: string; organisationId: string },
): Promise<MembershipRow | undefined> {
  const [row] = await tx
    .select()
    .from(memberships)
    .where(and(eq(memberships.id, id), eq(memberships.organisationId, organisationId)))
    .for('update')
  return row
}

/** The invitation that a link's hash names, made after a moment, while nobody took it up. */
export async function findInvitation(
  tx: Queryable,
  tokenHash: string,
  { at, since }: { at: Date; since: Date },
): Promise<{ invitation: MembershipRow; organisationName: string } | undefined> {
  const [row] = await tx
    .select({ invitation: memberships, organisationName: organisations.name })
    .from(memberships)
    .innerJoin(organisations, eq(organisations.id, memberships.organisationId))
    .where(
      and(
        eq(memberships.tokenHash, tokenHash),
        isNull(memberships.personId),
        gt(memberships.createdAt, since),
        notOver(at),
      ),
    )
  return row
}

/** Gives an invitation its person, once. @returns whether it was still open */
export async function takeUpInvitation(
  tx: Transaction,
  id: string,
  { personId, at }: { personId: string; at: Date },
): Promise<boolean> {
  const rows = await tx
    .update(memberships)
    .set({ personId, acceptedAt: at, tokenHash: null })
    .where(and(eq(memberships.id, id), isNull(memberships.personId), notOver(at)))
    .returning({ id: memberships.id })
  return rows.length > 0
}

/** The open invitations of a national identifier become the person's. */
export async function claimInvitations(
  tx: Transaction,
  { personId, nationalIdHash, at }: { personId: string; nationalIdHash: string; at: Date },
): Promise<void> {
  await tx
    .update(memberships)
    .set({ personId, acceptedAt: at })
    .where(
      and(
        eq(memberships.nationalIdHash, nationalIdHash),
        isNull(memberships.personId),
        notOver(at),
      ),
    )
}

export async function endMembershipRow(
  tx: Transaction,
  id: string,
  { by, at }: { by: string; at: Date },
): Promise<void> {
  await tx
    .update(memberships)
    .set({ endedAt: at, endedBy: by, tokenHash: null })
    .where(eq(memberships.id, id))
}

export async function lockOrganisation(tx: Transaction, id: string): Promise<void> {
  await tx
    .select({ id: organisations.id })
    .from(organisations)
    .where(eq(organisations.id, id))
    .for('update')
}

export async function setMembersMayFile(
  tx: Transaction,
  id: string,
  membersMayFile: boolean,
): Promise<void> {
  await tx.update(organisations).set({ membersMayFile }).where(eq(organisations.id, id))
}

export type Colleague = {
  personId: string
  fullName: string
  role: MembershipRow['role'] | 'representative'
  /** Of a member; empty: all. */
  procedures: string[]
}

/** Who represents the organisation now, as the electronic identity stated it, by name. */
export async function findRepresentatives(
  tx: Queryable,
  organisationId: string,
  at: Date,
): Promise<Colleague[]> {
  const rows = await tx
    .selectDistinct({ personId: people.id, fullName: people.fullName })
    .from(mandates)
    .innerJoin(people, eq(people.id, mandates.personId))
    .where(and(eq(mandates.organisationId, organisationId), holds(mandates.validTo, at)))
    .orderBy(asc(people.fullName))
  return rows.map((row) => ({ ...row, role: 'representative', procedures: [] }))
}

/** Everybody who works for the organisation now: representatives first, then its members. */
export async function findColleagues(
  tx: Queryable,
  organisationId: string,
  at: Date,
): Promise<Colleague[]> {
  const members = await tx
    .select({
      personId: people.id,
      fullName: people.fullName,
      role: memberships.role,
      procedures: memberships.procedures,
    })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(
      and(
        eq(memberships.organisationId, organisationId),
        isNotNull(memberships.acceptedAt),
        liveMembership(at),
      ),
    )
    .orderBy(asc(people.fullName))
  return [...(await findRepresentatives(tx, organisationId, at)), ...members]
}
