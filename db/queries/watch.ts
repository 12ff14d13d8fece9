import { and, asc, eq, gt, isNotNull, isNull, lte, ne, or, sql } from 'drizzle-orm'
import type { Queryable, Transaction } from '@/db/client'
import { officerPosts } from '@/db/schema/agencies'
import { dossiers } from '@/db/schema/dossiers'
import { people } from '@/db/schema/identity'
import { breaches, watchMarks } from '@/db/schema/watch'
import type { OfficerRole } from '@/lib/workflow/roles'

export type WatchedRow = Pick<
  typeof dossiers.$inferSelect,
  | 'id'
  | 'state'
  | 'solvingAgencyId'
  | 'assigneePostId'
  | 'receivedAt'
  | 'acceptanceDueAt'
  | 'dueAt'
  | 'replyDueAt'
  | 'stepKey'
  | 'stepDueAt'
  | 'clocks'
>

/** Open dossiers of which a date lies before `until`, by id, a page at a time. */
export async function findWatchPage(
  tx: Queryable,
  { after, until, limit }: { after: string | null; until: Date; limit: number },
): Promise<WatchedRow[]> {
  return tx
    .select({
      id: dossiers.id,
      state: dossiers.state,
      solvingAgencyId: dossiers.solvingAgencyId,
      assigneePostId: dossiers.assigneePostId,
      receivedAt: dossiers.receivedAt,
      acceptanceDueAt: dossiers.acceptanceDueAt,
      dueAt: dossiers.dueAt,
      replyDueAt: dossiers.replyDueAt,
      stepKey: dossiers.stepKey,
      stepDueAt: dossiers.stepDueAt,
      clocks: dossiers.clocks,
    })
    .from(dossiers)
    .where(
      and(
        isNull(dossiers.endedAt),
        ne(dossiers.state, 'awaiting-payment'),
        after === null ? undefined : gt(dossiers.id, after),
        or(
          eq(dossiers.state, 'submitted'),
          lte(dossiers.dueAt, until),
          lte(dossiers.stepDueAt, until),
          isNotNull(dossiers.replyDueAt),
        ),
      ),
    )
    .orderBy(asc(dossiers.id))
    .limit(limit)
}

/** Takes a mark; false when it was taken before: what it stands for has been done. */
export async function takeMark(
  tx: Transaction,
  mark: typeof watchMarks.$inferInsert,
): Promise<boolean> {
  const taken = await tx
    .insert(watchMarks)
    .values(mark)
    .onConflictDoNothing()
    .returning({ dossierId: watchMarks.dossierId })
  return taken.length === 1
}

/** The marks of one dossier, as `kind about`. */
export async function findMarks(tx: Queryable, dossierId: string): Promise<Set<string>> {
  const rows = await tx
    .select({ kind: watchMarks.kind, about: watchMarks.about })
    .from(watchMarks)
    .where(eq(watchMarks.dossierId, dossierId))
  return new Set(rows.map(({ kind, about }) => `${kind} ${about}`))
}

export type BreachRow = typeof breaches.$inferSelect

export async function insertBreach(
  tx: Transaction,
  row: typeof breaches.$inferInsert,
): Promise<void> {
  await tx.insert(breaches).values(row).onConflictDoNothing()
}

export async function findBreaches(tx: Queryable, dossierId: string): Promise<BreachRow[]> {
  return tx
    .select()
    .from(breaches)
    .where(eq(breaches.dossierId, dossierId))
    .orderBy(asc(breaches.recordedAt))
}

/** Ends the breaches of dossiers that have ended since; the number of them. */
export async function endBreaches(tx: Queryable): Promise<number> {
  const ended = await tx
    .update(breaches)
    .set({
      endedAt: sql`(select ended_at from dossiers where dossiers.id = ${breaches.dossierId})`,
    })
    .where(
      and(
        isNull(breaches.endedAt),
        sql`exists (select 1 from dossiers where dossiers.id = ${breaches.dossierId} and ended_at is not null)`,
      ),
    )
    .returning({ id: breaches.id })
  return ended.length
}

export type OfficerAddress = { personId: string; fullName: string; email: string | null }

/** Officers of an agency with a role, or the one of a post, with their addresses. */
export async function findOfficers(
  tx: Queryable,
  who: { agencyId: string; role: OfficerRole } | { postId: string },
  at: Date,
): Promise<OfficerAddress[]> {
  return tx
    .select({ personId: people.id, fullName: people.fullName, email: people.email })
    .from(officerPosts)
    .innerJoin(people, eq(people.id, officerPosts.personId))
    .where(
      and(
        'postId' in who
          ? eq(officerPosts.id, who.postId)
          : and(
              eq(officerPosts.agencyId, who.agencyId),
              sql`${who.role} = any(${officerPosts.roles})`,
            ),
        lte(officerPosts.validFrom, at),
        or(isNull(officerPosts.validTo), gt(officerPosts.validTo, at)),
      ),
    )
}

/** The clocks of such dossiers, so many at most. */
export async function findClocksUnder(tx: Queryable, calendarKey: string, limit: number) {
  return tx
    .select({ clocks: dossiers.clocks })
    .from(dossiers)
    .where(countedBy(calendarKey))
    .limit(limit)
}

function countedBy(calendarKey: string) {
  return and(
    isNull(dossiers.endedAt),
    ne(dossiers.state, 'awaiting-payment'),
    calendarKey === 'default'
      ? sql`not exists (select 1 from definition_versions d where d.kind = 'calendar' and d.key = ${dossiers.solvingAgencyId})`
      : eq(dossiers.solvingAgencyId, calendarKey),
  )
}

/** Open dossiers whose dates are counted by a calendar: an agency's own, or the country's for those without one. */
export async function findOpenUnder(
  tx: Queryable,
  { calendarKey, after, limit }: { calendarKey: string; after: string | null; limit: number },
): Promise<string[]> {
  const rows = await tx
    .select({ id: dossiers.id })
    .from(dossiers)
    .where(and(countedBy(calendarKey), after === null ? undefined : gt(dossiers.id, after)))
    .orderBy(asc(dossiers.id))
    .limit(limit)
  return rows.map(({ id }) => id)
}
