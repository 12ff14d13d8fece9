import { desc, eq, lt, sql } from 'drizzle-orm'
import type { Queryable } from '@/db/client'
import journal from '@/db/migrations/meta/_journal.json' with { type: 'json' }
import { workerHeartbeats } from '@/db/schema/worker'

/** How far the job queue is behind; ages in seconds. */
export type QueueState = { kind: string; waiting: number; failed: number; oldestSeconds: number }

/** Whether the database has every migration that this build was made with. */
export async function hasAllMigrations(db: Queryable): Promise<boolean> {
  const newest = Math.max(0, ...journal.entries.map((entry) => entry.when))
  const [table] = await db.execute(sql`select to_regclass('drizzle.__drizzle_migrations') as found`)
  if (!table?.['found']) return false
  const rows = await db.execute<{ at: string | null }>(
    sql`select max(created_at)::text as at from drizzle.__drizzle_migrations`,
  )
  return Number(rows[0]?.at ?? 0) >= newest
}

/** Writes down that a worker lives, and forgets those that were last seen a day ago. */
export async function recordHeartbeat(db: Queryable, workerId: string): Promise<void> {
  const at = new Date()
  await db
    .insert(workerHeartbeats)
    .values({ workerId, at })
    .onConflictDoUpdate({ target: workerHeartbeats.workerId, set: { at } })
  const dayAgo = new Date(at.getTime() - 86_400_000)
  await db.delete(workerHeartbeats).where(lt(workerHeartbeats.at, dayAgo))
}

/** Takes back that a worker lives: it leaves. */
export async function forgetHeartbeat(db: Queryable, workerId: string): Promise<void> {
  await db.delete(workerHeartbeats).where(eq(workerHeartbeats.workerId, workerId))
}

/** When any worker was last seen. */
export async function findLastHeartbeat(db: Queryable): Promise<Date | undefined> {
  const [row] = await db
    .select({ at: workerHeartbeats.at })
    .from(workerHeartbeats)
    .orderBy(desc(workerHeartbeats.at))
    .limit(1)
  return row?.at
}

/** The queue by kind of job: what waits and could run now, and what has failed for good. */
export async function readQueueState(db: Queryable): Promise<QueueState[]> {
  const rows = await db.execute<{
    kind: string
    waiting: string
    failed: string
    oldest: string
  }>(sql`
    select task_identifier as kind,
      count(*) filter (where attempts < max_attempts and run_at <= now()) as waiting,
      count(*) filter (where attempts >= max_attempts) as failed,
      coalesce(extract(epoch from now() - min(run_at)
        filter (where attempts < max_attempts and run_at <= now())), 0) as oldest
    from graphile_worker.jobs group by task_identifier order by task_identifier`)
  return rows.map((row) => ({
    kind: row.kind,
    waiting: Number(row.waiting),
    failed: Number(row.failed),
    oldestSeconds: Number(row.oldest),
  }))
}

const MONTHS_AHEAD = 24

/** Makes the coming months' partitions of the event record; what is there stays. */
export async function ensureEventPartitions(on: Queryable, now: Date): Promise<void> {
  await on.execute(
    sql`select ensure_event_partitions(${now.toISOString().slice(0, 10)}::date, ${MONTHS_AHEAD})`,
  )
}
