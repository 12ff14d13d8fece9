import { eq, sql } from 'drizzle-orm'
import type { Queryable, Transaction } from '@/db/client'
import { queueCounters, yearFigures } from '@/db/schema/dossiers'

export type CounterChange = {
  agencyId: string
  state: string
  assigneePostId: string
  change: 1 | -1
}

/** Moves the counters in one fixed order, so that two officers never wait for each other in a ring. */
export async function moveCounters(tx: Transaction, changes: CounterChange[]): Promise<void> {
  const inOrder = [...changes].sort((a, b) => (counterKey(a) < counterKey(b) ? -1 : 1))
  for (const { change, ...key } of inOrder) {
    await tx
      .insert(queueCounters)
      .values({ ...key, open: change })
      .onConflictDoUpdate({
        target: [queueCounters.agencyId, queueCounters.state, queueCounters.assigneePostId],
        set: { open: sql`${queueCounters.open} + ${change}` },
      })
  }
}

export async function findCounters(
  tx: Queryable,
  agencyId: string,
): Promise<{ state: string; assigneePostId: string; open: number }[]> {
  return tx
    .select({
      state: queueCounters.state,
      assigneePostId: queueCounters.assigneePostId,
      open: queueCounters.open,
    })
    .from(queueCounters)
    .where(eq(queueCounters.agencyId, agencyId))
}

export type FigureChange = {
  agencyId: string
  procedureKey: string
  year: number
  received?: number
  solved?: number
  solvedInTime?: number
}

export async function addToYearFigures(tx: Transaction, change: FigureChange): Promise<void> {
  const { received = 0, solved = 0, solvedInTime = 0, ...key } = change
  await tx
    .insert(yearFigures)
    .values({ ...key, received, solved, solvedInTime })
    .onConflictDoUpdate({
      target: [yearFigures.agencyId, yearFigures.procedureKey, yearFigures.year],
      set: {
        received: sql`${yearFigures.received} + ${received}`,
        solved: sql`${yearFigures.solved} + ${solved}`,
        solvedInTime: sql`${yearFigures.solvedInTime} + ${solvedInTime}`,
      },
    })
}

export type YearFigures = { received: number; solved: number; solvedInTime: number }

/** Sums a year over agencies, of one procedure or of all. */
export async function sumYearFigures(
  tx: Queryable,
  year: number,
  procedureKey?: string,
): Promise<YearFigures> {
  const [row] = await tx
    .select({
      received: sql<number>`coalesce(sum(${yearFigures.received}), 0)::int`,
      solved: sql<number>`coalesce(sum(${yearFigures.solved}), 0)::int`,
      solvedInTime: sql<number>`coalesce(sum(${yearFigures.solvedInTime}), 0)::int`,
    })
    .from(yearFigures)
    .where(
      procedureKey
        ? sql`${yearFigures.year} = ${year} and ${yearFigures.procedureKey} = ${procedureKey}`
        : eq(yearFigures.year, year),
    )
  return row ?? { received: 0, solved: 0, solvedInTime: 0 }
}

function counterKey(change: CounterChange): string {
  return `${change.agencyId}|${change.state}|${change.assigneePostId}`
}
