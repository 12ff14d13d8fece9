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
  filedElsewhere: 'held' | 'passed' | null
  cursor: string
}

/** What is another agency's: offered to this one, filed here and not yet passed on, or passed on. */
export type QueueGroup = 'offered' | 'held' | 'passed'

type QueueQuestion = {
  agencyId: string
  group: QueueGroup | 'own'
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
      filedElsewhere: dossiers.filedElsewhere,
      cursor: sql<string>`${place}::text || '~' || ${dossiers.id}`,
    })
    .from(dossiers)
    .leftJoin(officerPosts, eq(officerPosts.id, dossiers.assigneePostId))
    .leftJoin(people, eq(people.id, officerPosts.personId))
    .where(
      and(
        ofGroup(wanted.group, wanted.agencyId),
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

/** How many dossiers are an agency's business without being its own: few, and no counter holds them. */
export async function countGroup(
  tx: Queryable,
  group: QueueGroup,
  { agencyId, states }: { agencyId: string; states: readonly LicenceState[] },
): Promise<number> {
  const [row] = await tx
    .select({ open: count() })
    .from(dossiers)
    .where(and(ofGroup(group, agencyId), inArray(dossiers.state, [...states])))
  return row?.open ?? 0
}

function ofGroup(group: QueueQuestion['group'], agencyId: string) {
  if (group === 'own') return eq(dossiers.solvingAgencyId, agencyId)
  if (group === 'offered') return eq(dossiers.transferToAgencyId, agencyId)
  return and(eq(dossiers.receivingAgencyId, agencyId), eq(dossiers.filedElsewhere, group))
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
