import { and, asc, count, desc, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Queryable } from '@/db/client'
import { officerPosts } from '@/db/schema/agencies'
import { dossiers } from '@/db/schema/dossiers'
import { people } from '@/db/schema/identity'
import type { LicenceState } from '@/lib/workflow/flows/licence-states'
import { visibleTo } from './conflicts'

export type QueueRow = {
  id: string
  reference: string
  subject: string
  ownerName: string
  procedureKey: string
  state: LicenceState
  dueAt: Date | null
  updatedAt: Date
  assigneeName: string | null
  cursor: string
}

type QueueQuestion = {
  agencyId: string
  /** What is offered to the agency, instead of what it has. */
  offered: boolean
  states: readonly LicenceState[]
  /** Of one post, of nobody yet, or wherever they lie. */
  desk: { postId: string } | 'nobody' | 'any'
  /** Who declared an interest in a dossier does not see it. */
  hiddenFrom: readonly string[]
  /** Empty: all procedures. */
  procedures: readonly string[]
  newestFirst: boolean
  after: string | null
  limit: number
}

/** A page of a queue: by due date, or newest change first; the cursor names the last row's place. */
export async function findQueuePage(tx: Queryable, wanted: QueueQuestion): Promise<QueueRow[]> {
  const place = wanted.newestFirst
    ? sql<Date>`${dossiers.updatedAt}`
    : sql<Date>`coalesce(${dossiers.dueAt}, 'infinity'::timestamptz)`
  const way = wanted.newestFirst ? desc : asc
  const rows = await tx
    .select({
      id: dossiers.id,
      submissionReference: dossiers.submissionReference,
      dossierCode: dossiers.dossierCode,
      subject: dossiers.subject,
      ownerName: dossiers.ownerName,
      procedureKey: dossiers.procedureKey,
      state: dossiers.state,
      dueAt: dossiers.dueAt,
      updatedAt: dossiers.updatedAt,
      assigneeName: people.fullName,
      cursor: sql<string>`${place}::text || '~' || ${dossiers.id}`,
    })
    .from(dossiers)
    .leftJoin(officerPosts, eq(officerPosts.id, dossiers.assigneePostId))
    .leftJoin(people, eq(people.id, officerPosts.personId))
    .where(
      and(
        eq(
          wanted.offered ? dossiers.transferToAgencyId : dossiers.solvingAgencyId,
          wanted.agencyId,
        ),
        inArray(dossiers.state, [...wanted.states]),
        ofDesk(wanted),
        wanted.procedures.length > 0
          ? inArray(dossiers.procedureKey, [...wanted.procedures])
          : undefined,
        visibleTo(tx, wanted.hiddenFrom),
        beyond(wanted, place),
      ),
    )
    .orderBy(way(place), way(dossiers.id))
    .limit(wanted.limit)
  return rows.map(({ submissionReference, dossierCode, ...row }) => ({
    ...row,
    reference: dossierCode ?? submissionReference,
  }))
}

/** How many dossiers are offered to an agency; they are few, and no counter of its own holds them. */
export async function countOffered(
  tx: Queryable,
  { agencyId, states }: { agencyId: string; states: readonly LicenceState[] },
): Promise<number> {
  const [row] = await tx
    .select({ open: count() })
    .from(dossiers)
    .where(and(eq(dossiers.transferToAgencyId, agencyId), inArray(dossiers.state, [...states])))
  return row?.open ?? 0
}

function ofDesk({ desk }: QueueQuestion) {
  if (desk === 'any') return undefined
  return desk === 'nobody'
    ? isNull(dossiers.assigneePostId)
    : eq(dossiers.assigneePostId, desk.postId)
}

function beyond({ after, newestFirst }: QueueQuestion, place: ReturnType<typeof sql<Date>>) {
  const [at, id] = after?.split('~') ?? []
  if (!at || !id) return undefined
  return newestFirst
    ? sql`(${place}, ${dossiers.id}) < (${at}::timestamptz, ${id}::uuid)`
    : sql`(${place}, ${dossiers.id}) > (${at}::timestamptz, ${id}::uuid)`
}
