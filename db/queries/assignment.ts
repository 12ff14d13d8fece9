import { and, eq, inArray, ne, sql } from 'drizzle-orm'
import type { Queryable } from '@/db/client'
import { queueCounters } from '@/db/schema/dossiers'
import type { LicenceState } from '@/lib/workflow/flows/licence-states'

/** How many dossiers in these states lie on each desk of an agency, by the counters. */
export async function findLoads(
  tx: Queryable,
  agencyId: string,
  states: readonly LicenceState[],
): Promise<Map<string, number>> {
  const rows = await tx
    .select({
      postId: queueCounters.assigneePostId,
      open: sql<number>`sum(${queueCounters.open})::int`,
    })
    .from(queueCounters)
    .where(
      and(
        eq(queueCounters.agencyId, agencyId),
        ne(queueCounters.assigneePostId, ''),
        inArray(queueCounters.state, [...states]),
      ),
    )
    .groupBy(queueCounters.assigneePostId)
  return new Map(rows.map(({ postId, open }) => [postId, open]))
}
