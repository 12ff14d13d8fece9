import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Queryable, Transaction } from '@/db/client'
import { drafts } from '@/db/schema/drafts'
import { people } from '@/db/schema/identity'
import { sectionComments, sectionTasks } from '@/db/schema/workspace'

export type SectionTaskRow = typeof sectionTasks.$inferSelect
export type SectionTask = SectionTaskRow & { fullName: string }
export type SectionCommentRow = typeof sectionComments.$inferSelect
export type SectionComment = SectionCommentRow & {
  authorName: string
  resolvedByName: string | null
}

/** Which sections of a draft were given to whom. */
export async function findSectionTasks(tx: Queryable, draftId: string): Promise<SectionTask[]> {
  const rows = await tx
    .select({ task: sectionTasks, fullName: people.fullName })
    .from(sectionTasks)
    .innerJoin(people, eq(people.id, sectionTasks.personId))
    .where(eq(sectionTasks.draftId, draftId))
    .orderBy(asc(sectionTasks.givenAt))
  return rows.map(({ task, fullName }) => ({ ...task, fullName }))
}

/** Gives a section to somebody, from whoever had it. */
export async function saveSectionTask(tx: Transaction, row: SectionTaskRow): Promise<void> {
  const { draftId: _draft, sectionKey: _section, ...given } = row
  await tx
    .insert(sectionTasks)
    .values(row)
    .onConflictDoUpdate({ target: [sectionTasks.draftId, sectionTasks.sectionKey], set: given })
}

type Place = { draftId: string; sectionKey: string }

const at = ({ draftId, sectionKey }: Place) =>
  and(eq(sectionTasks.draftId, draftId), eq(sectionTasks.sectionKey, sectionKey))

export async function removeSectionTask(tx: Transaction, place: Place): Promise<void> {
  await tx.delete(sectionTasks).where(at(place))
}

export async function setSectionDone(
  tx: Transaction,
  place: Place,
  done: Pick<SectionTaskRow, 'doneAt' | 'doneDigest'>,
): Promise<void> {
  await tx.update(sectionTasks).set(done).where(at(place))
}

/** A person's sections in what an organisation has not filed yet, the first to be due first. */
export function findTasksOf(
  tx: Queryable,
  { personId, organisationId }: { personId: string; organisationId: string },
): Promise<(SectionTaskRow & { procedureKey: string })[]> {
  return tx
    .select({
      draftId: sectionTasks.draftId,
      sectionKey: sectionTasks.sectionKey,
      personId: sectionTasks.personId,
      givenBy: sectionTasks.givenBy,
      givenAt: sectionTasks.givenAt,
      dueOn: sectionTasks.dueOn,
      doneAt: sectionTasks.doneAt,
      doneDigest: sectionTasks.doneDigest,
      procedureKey: drafts.procedureKey,
    })
    .from(sectionTasks)
    .innerJoin(drafts, eq(drafts.id, sectionTasks.draftId))
    .where(
      and(
        eq(sectionTasks.personId, personId),
        eq(drafts.organisationId, organisationId),
        isNull(drafts.submittedDossierId),
        isNull(drafts.agedOutAt),
      ),
    )
    .orderBy(asc(sectionTasks.dueOn), asc(sectionTasks.givenAt))
}

/** Hands open sections of one person to another; those that were done stay done. */
export async function passTasksOn(
  tx: Transaction,
  { draftIds, from, to }: { draftIds: string[]; from: string; to: string },
): Promise<void> {
  if (draftIds.length === 0) return
  await tx
    .update(sectionTasks)
    .set({ personId: to })
    .where(and(inArray(sectionTasks.draftId, draftIds), eq(sectionTasks.personId, from)))
}

export async function insertComment(
  tx: Transaction,
  row: typeof sectionComments.$inferInsert,
): Promise<void> {
  await tx.insert(sectionComments).values(row)
}

const resolvers = alias(people, 'resolvers')

/** What was said about a draft's sections, oldest first. */
export async function findComments(tx: Queryable, draftId: string): Promise<SectionComment[]> {
  const rows = await tx
    .select({
      comment: sectionComments,
      authorName: people.fullName,
      resolvedByName: resolvers.fullName,
    })
    .from(sectionComments)
    .innerJoin(people, eq(people.id, sectionComments.authorId))
    .leftJoin(resolvers, eq(resolvers.id, sectionComments.resolvedBy))
    .where(eq(sectionComments.draftId, draftId))
    .orderBy(asc(sectionComments.createdAt), asc(sectionComments.id))
  return rows.map(({ comment, ...names }) => ({ ...comment, ...names }))
}

/** Marks a comment as settled, once. */
export async function resolveCommentRow(
  tx: Transaction,
  id: string,
  { by, at: moment }: { by: string; at: Date },
): Promise<void> {
  await tx
    .update(sectionComments)
    .set({ resolvedAt: moment, resolvedBy: by })
    .where(and(eq(sectionComments.id, id), isNull(sectionComments.resolvedAt)))
}
