import { and, desc, eq, inArray, isNull } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Queryable, Transaction } from '@/db/client'
import { drafts } from '@/db/schema/drafts'
import { people } from '@/db/schema/identity'
import { dossierFilings, filingRequests } from '@/db/schema/workspace'

export type FilingRequestRow = typeof filingRequests.$inferSelect
export type FilingRequest = FilingRequestRow & {
  askedByName: string
  decidedByName: string | null
}

const askers = alias(people, 'askers')
const deciders = alias(people, 'deciders')

/** The newest request about a draft, whatever became of it. */
export async function findNewestRequest(
  tx: Queryable,
  draftId: string,
): Promise<FilingRequest | undefined> {
  const [row] = await tx
    .select({
      request: filingRequests,
      askedByName: askers.fullName,
      decidedByName: deciders.fullName,
    })
    .from(filingRequests)
    .innerJoin(askers, eq(askers.id, filingRequests.askedBy))
    .leftJoin(deciders, eq(deciders.id, filingRequests.decidedBy))
    .where(eq(filingRequests.draftId, draftId))
    .orderBy(desc(filingRequests.askedAt), desc(filingRequests.id))
    .limit(1)
  return row && { ...row.request, askedByName: row.askedByName, decidedByName: row.decidedByName }
}

export async function insertRequest(
  tx: Transaction,
  row: typeof filingRequests.$inferInsert,
): Promise<void> {
  await tx.insert(filingRequests).values(row)
}

/** What is still open about a draft gives way: to a new request, or to the filing. */
export async function closeRequests(
  tx: Transaction,
  draftId: string,
  state: 'replaced' | 'filed',
): Promise<void> {
  await tx
    .update(filingRequests)
    .set({ state })
    .where(
      and(
        eq(filingRequests.draftId, draftId),
        inArray(filingRequests.state, ['asked', 'approved']),
      ),
    )
}

export async function decideRequest(
  tx: Transaction,
  id: string,
  decision: Pick<FilingRequestRow, 'state' | 'decidedBy' | 'decidedAt' | 'reason'>,
): Promise<void> {
  await tx.update(filingRequests).set(decision).where(eq(filingRequests.id, id))
}

/** Drafts of an organisation that wait for its representative's word, the longest first. */
export function findAskedRequests(
  tx: Queryable,
  organisationId: string,
): Promise<{ draftId: string; procedureKey: string; askedByName: string; askedAt: Date }[]> {
  return tx
    .select({
      draftId: filingRequests.draftId,
      procedureKey: drafts.procedureKey,
      askedByName: askers.fullName,
      askedAt: filingRequests.askedAt,
    })
    .from(filingRequests)
    .innerJoin(drafts, eq(drafts.id, filingRequests.draftId))
    .innerJoin(askers, eq(askers.id, filingRequests.askedBy))
    .where(
      and(
        eq(drafts.organisationId, organisationId),
        eq(filingRequests.state, 'asked'),
        isNull(drafts.submittedDossierId),
        isNull(drafts.agedOutAt),
      ),
    )
    .orderBy(filingRequests.askedAt)
}

export async function insertFiling(
  tx: Transaction,
  row: typeof dossierFilings.$inferInsert,
): Promise<void> {
  await tx.insert(dossierFilings).values(row)
}

export type FilingParts = {
  preparedBy: string
  approvedBy: string | null
  approvedAt: Date | null
  submittedBy: string
  submittedAt: Date
}

const submitters = alias(people, 'submitters')

/** The names of whoever prepared, approved and filed a dossier. */
export async function findFiling(
  tx: Queryable,
  dossierId: string,
): Promise<FilingParts | undefined> {
  const [row] = await tx
    .select({
      preparedBy: askers.fullName,
      approvedBy: deciders.fullName,
      approvedAt: dossierFilings.approvedAt,
      submittedBy: submitters.fullName,
      submittedAt: dossierFilings.submittedAt,
    })
    .from(dossierFilings)
    .innerJoin(askers, eq(askers.id, dossierFilings.preparedBy))
    .leftJoin(deciders, eq(deciders.id, dossierFilings.approvedBy))
    .innerJoin(submitters, eq(submitters.id, dossierFilings.submittedBy))
    .where(eq(dossierFilings.dossierId, dossierId))
  return row
}
