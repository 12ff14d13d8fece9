import postgres from 'postgres'

const LOCK_SPACE = 'gw-worker'

/** A database session that proves by a lock that its worker lives; the lock falls with the session. */
export type WorkerLock = {
  /** Takes the lock, or takes it again when the connection was lost since. */
  hold: () => Promise<void>
  /** Ids of workers that hold jobs although no session proves that they live. */
  findDeadWorkers: () => Promise<string[]>
  /** Gives the jobs of dead workers back to the queue; returns those that were really dead. */
  releaseJobsOf: (workers: string[]) => Promise<string[]>
  close: () => Promise<void>
}

/**
 * Opens the session. It must reach PostgreSQL directly, or through a pooler in session mode.
 * Without this, the queue leaves the jobs of a killed worker locked for four hours.
 */
export function openWorkerLock(url: string, workerId: string): WorkerLock {
  const sql = postgres(url, {
    max: 1,
    idle_timeout: 0,
    max_lifetime: null,
    keep_alive: 10,
    backoff: () => 0.2 + Math.random() * 0.3,
    connection: { application_name: 'onedoor-worker-lock' },
    onnotice: () => undefined,
  })
  let lockedIn: number | undefined
  return {
    hold: async () => {
      const [session] = await sql<{ pid: number }[]>`select pg_backend_pid() as pid`
      if (session?.pid === lockedIn) return
      await sql`select pg_advisory_lock(hashtext(${LOCK_SPACE}), hashtext(${workerId}))`
      lockedIn = session?.pid
    },
    findDeadWorkers: () => findDeadWorkers(sql),
    releaseJobsOf: (workers) => sql.begin((tx) => releaseJobs(tx, workers)),
    close: () => sql.end({ timeout: 2 }),
  }
}

async function findDeadWorkers(sql: postgres.Sql): Promise<string[]> {
  const rows = await sql<{ id: string }[]>`
    select id from (
      select locked_by as id from graphile_worker._private_jobs where locked_by is not null
      union select locked_by from graphile_worker._private_job_queues where locked_by is not null
    ) holders
    where not exists (
      select 1 from pg_locks
      where locktype = 'advisory' and granted and objsubid = 2
        and database = (select oid from pg_database where datname = current_database())
        and classid = hashtext(${LOCK_SPACE})::bigint::bit(32)::bigint::oid
        and objid = hashtext(holders.id)::bigint::bit(32)::bigint::oid)`
  return rows.map((row) => row.id)
}

async function releaseJobs(tx: postgres.TransactionSql, workers: string[]): Promise<string[]> {
  const dead: string[] = []
  for (const id of workers) {
    const [lock] = await tx<{ free: boolean }[]>`
      select pg_try_advisory_xact_lock(hashtext(${LOCK_SPACE}), hashtext(${id})) as free`
    if (lock?.free) dead.push(id)
  }
  if (dead.length > 0) await tx`select graphile_worker.force_unlock_workers(${dead}::text[])`
  return dead
}
