import { and, asc, eq, gt, gte, isNotNull, lt, sql } from 'drizzle-orm'
import type { Queryable } from '@/db/client'
import { officerPosts } from '@/db/schema/agencies'
import { dossiers, parties } from '@/db/schema/dossiers'
import { dossierEvents } from '@/db/schema/events'
import { people } from '@/db/schema/identity'
import { handOvers } from '@/db/schema/turns'

export type RegisterEntry = {
  id: string
  code: string
  procedureVersionId: string
  state: (typeof dossiers.$inferSelect)['state']
  ownerName: string
  address: string | null
  phone: string | null
  acceptedAt: Date
  dueAt: Date | null
  endedAt: Date | null
  wantsPaperCopy: number
  handedOverAt: Date | null
  via: 'online' | 'counter' | 'post' | null
}

type Period = { agencyId: string; from: Date; until: Date }

/** Dossiers that an agency accepted in a period, in order of acceptance, a page at a time. */
export async function findRegisterPage(
  tx: Queryable,
  { agencyId, from, until }: Period,
  { after, limit }: { after: { acceptedAt: Date; id: string } | null; limit: number },
): Promise<RegisterEntry[]> {
  const rows = await tx
    .select({
      id: dossiers.id,
      code: dossiers.dossierCode,
      procedureVersionId: dossiers.procedureVersionId,
      state: dossiers.state,
      ownerName: dossiers.ownerName,
      address: parties.address,
      phone: parties.phone,
      acceptedAt: dossiers.acceptedAt,
      dueAt: dossiers.dueAt,
      endedAt: dossiers.endedAt,
      wantsPaperCopy: dossiers.wantsPaperCopy,
      handedOverAt: handOvers.at,
      via: handOvers.via,
    })
    .from(dossiers)
    .leftJoin(parties, and(eq(parties.dossierId, dossiers.id), eq(parties.role, 'owner')))
    .leftJoin(handOvers, eq(handOvers.id, lastHandOver()))
    .where(
      and(
        eq(dossiers.solvingAgencyId, agencyId),
        isNotNull(dossiers.acceptedAt),
        gte(dossiers.acceptedAt, from),
        lt(dossiers.acceptedAt, until),
        after === null
          ? undefined
          : gt(
              sql`(${dossiers.acceptedAt}, ${dossiers.id})`,
              sql`(${after.acceptedAt.toISOString()}::timestamptz, ${after.id}::uuid)`,
            ),
      ),
    )
    .orderBy(asc(dossiers.acceptedAt), asc(dossiers.id))
    .limit(limit)
  return rows.flatMap(({ code, acceptedAt, ...row }) =>
    acceptedAt === null ? [] : [{ ...row, code: code ?? '', acceptedAt }],
  )
}

function lastHandOver() {
  return sql`(select h.id from hand_overs h where h.dossier_id = ${dossiers.id} order by h.at desc limit 1)`
}

export type HandOverEvent = {
  seq: number
  at: Date
  type: string
  fromState: string | null
  toState: string
  details: Record<string, unknown>
  actorName: string | null
  division: string | null
}

/** The events of a record by which a dossier passed from one to another, oldest first. */
export async function findHandOverEvents(
  tx: Queryable,
  dossierId: string,
): Promise<HandOverEvent[]> {
  return tx
    .select({
      seq: dossierEvents.seq,
      at: dossierEvents.at,
      type: dossierEvents.type,
      fromState: dossierEvents.fromState,
      toState: dossierEvents.toState,
      details: dossierEvents.details,
      actorName: people.fullName,
      division: officerPosts.division,
    })
    .from(dossierEvents)
    .leftJoin(people, eq(people.id, dossierEvents.actorPersonId))
    .leftJoin(officerPosts, eq(officerPosts.id, dossierEvents.actorPostId))
    .where(
      and(
        eq(dossierEvents.dossierId, dossierId),
        sql`${dossierEvents.fromState} is distinct from ${dossierEvents.toState}`,
      ),
    )
    .orderBy(asc(dossierEvents.seq))
}
