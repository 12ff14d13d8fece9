import { and, asc, count, desc, eq, gte, inArray, sql } from 'drizzle-orm'
import type { Queryable } from '@/db/client'
import { dossiers } from '@/db/schema/dossiers'
import { supplementItems, supplements } from '@/db/schema/turns'

export type SupplementReason = {
  kind: 'field' | 'paper'
  key: string
  /** Names a sentence of the procedure's library; what an officer wrote freely is nobody else's to read. */
  reasonKey: string
}

type Asked = { procedureKey: string; since: Date; atLeast: number; most: number }

/**
 * What dossiers of a procedure were most often sent back for since a moment: by field or paper and reason of
 * the library, in requests that went out, counting each dossier once, and only from `atLeast` dossiers on.
 */
export async function findCommonestReasons(
  tx: Queryable,
  { procedureKey, since, atLeast, most }: Asked,
): Promise<SupplementReason[]> {
  const { kind, key, reasonKey } = supplementItems
  const cases = sql`count(distinct ${supplements.dossierId})`
  return tx
    .select({ kind, key, reasonKey })
    .from(supplementItems)
    .innerJoin(supplements, eq(supplements.id, supplementItems.supplementId))
    .innerJoin(dossiers, eq(dossiers.id, supplements.dossierId))
    .where(
      and(
        eq(dossiers.procedureKey, procedureKey),
        inArray(supplements.state, ['released', 'supplied', 'closed']),
        gte(supplements.releasedAt, since),
      ),
    )
    .groupBy(kind, key, reasonKey)
    .having(sql`${cases} >= ${atLeast}`)
    .orderBy(desc(cases), desc(count()), asc(kind), asc(key), asc(reasonKey))
    .limit(most)
}
