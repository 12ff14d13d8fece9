import { and, desc, eq, exists, inArray, isNull, type SQL, sql } from 'drizzle-orm'
import { QueryBuilder } from 'drizzle-orm/pg-core'
import type { Queryable, Transaction } from '@/db/client'
import { drafts } from '@/db/schema/drafts'
import { papers } from '@/db/schema/files'
import { sectionTasks } from '@/db/schema/workspace'

export type DraftRow = typeof drafts.$inferSelect

/** Whose drafts: a person's own, or an organisation's, as far as the person's part in it reaches. */
export type DraftOwner = {
  personId: string
  organisationId: string | null
  /** Keys; left out or empty: drafts of all procedures. */
  procedures?: readonly string[]
  /** Only drafts with a section that was given to this person. */
  givenOnly?: true
}

export async function insertDraft(tx: Queryable, row: typeof drafts.$inferInsert): Promise<void> {
  await tx.insert(drafts).values(row)
}

/** A draft of this owner; another's draft is as good as none. */
export async function findOwnDraft(
  tx: Queryable,
  owner: DraftOwner,
  id: string,
): Promise<DraftRow | undefined> {
  const [row] = await tx
    .select()
    .from(drafts)
    .where(and(eq(drafts.id, id), ownedBy(owner)))
  return row
}

/** The same, locked until the transaction ends. */
export async function findOwnDraftForUpdate(
  tx: Transaction,
  owner: DraftOwner,
  id: string,
): Promise<DraftRow | undefined> {
  const [row] = await tx
    .select()
    .from(drafts)
    .where(and(eq(drafts.id, id), ownedBy(owner)))
    .for('update')
  return row
}

/** New dossiers that the owner is still writing, newest first, bounded; a change is found at its dossier. */
export async function findOpenDrafts(tx: Queryable, owner: DraftOwner): Promise<DraftRow[]> {
  return tx
    .select()
    .from(drafts)
    .where(and(ownedBy(owner), isNull(drafts.submittedDossierId), isNull(drafts.changesDossierId)))
    .orderBy(desc(drafts.updatedAt))
    .limit(50)
}

/** The draft in which an owner is changing a dossier, if one was begun and not sent. */
export async function findChangeDraft(
  tx: Queryable,
  owner: DraftOwner,
  dossierId: string,
): Promise<DraftRow | undefined> {
  return findUnsent(tx, owner, eq(drafts.changesDossierId, dossierId))
}

/** The draft in which an owner files an ended dossier anew, if one was begun and not sent. */
export async function findRefilingDraft(
  tx: Queryable,
  owner: DraftOwner,
  dossierId: string,
): Promise<DraftRow | undefined> {
  return findUnsent(tx, owner, eq(drafts.refilesDossierId, dossierId))
}

async function findUnsent(
  tx: Queryable,
  owner: DraftOwner,
  about: SQL,
): Promise<DraftRow | undefined> {
  const [row] = await tx
    .select()
    .from(drafts)
    .where(and(ownedBy(owner), about, isNull(drafts.submittedDossierId)))
    .orderBy(desc(drafts.updatedAt))
    .limit(1)
  return row
}

type Changeable =
  | 'answers'
  | 'asideSealed'
  | 'doneSections'
  | 'movedFromVersionId'
  | 'procedureVersionId'
  | 'submittedDossierId'
  | 'updatedAt'

export async function changeDraft(
  tx: Transaction,
  id: string,
  changes: Partial<Pick<DraftRow, Changeable>>,
): Promise<number> {
  const [row] = await tx
    .update(drafts)
    .set({ ...changes, version: sql`${drafts.version} + 1` })
    .where(eq(drafts.id, id))
    .returning({ version: drafts.version })
  if (!row) throw new Error(`draft ${id} is gone`)
  return row.version
}

/** The draft's papers in these slots become the dossier's; others stay behind with the draft. */
export async function movePapersToDossier(
  tx: Transaction,
  { draftId, dossierId, slots }: { draftId: string; dossierId: string; slots: string[] },
): Promise<void> {
  const filed = and(eq(papers.draftId, draftId), inArray(papers.slotKey, slots))
  await tx.update(papers).set({ dossierId }).where(filed)
}

/** Theirs, and not ended by age: such a draft is as good as none until it is brought back. */
function ownedBy(owner: DraftOwner) {
  return and(belongsTo(owner), isNull(drafts.agedOutAt))
}

export function belongsTo(owner: DraftOwner) {
  const { personId, organisationId, procedures = [], givenOnly } = owner
  if (organisationId === null)
    return and(eq(drafts.personId, personId), isNull(drafts.organisationId))
  return and(
    eq(drafts.organisationId, organisationId),
    procedures.length > 0 ? inArray(drafts.procedureKey, [...procedures]) : undefined,
    givenOnly ? exists(givenTo(personId)) : undefined,
  )
}

function givenTo(personId: string) {
  return new QueryBuilder()
    .select({ key: sectionTasks.sectionKey })
    .from(sectionTasks)
    .where(and(eq(sectionTasks.draftId, drafts.id), eq(sectionTasks.personId, personId)))
}
