import { sql } from 'drizzle-orm'
import type { Queryable } from '@/db/client'
import type { JobPromise } from '@/lib/shared/job-kinds'

const MAX_ATTEMPTS = 25

/** Promises jobs inside the caller's transaction: they exist if, and only if, it commits. */
export async function promiseJobs(tx: Queryable, jobs: readonly JobPromise[]): Promise<void> {
  for (const job of jobs) {
    await tx.execute(sql`
      select graphile_worker.add_job(
        ${job.kind}::text, ${JSON.stringify(job.payload)}::json, job_key := ${job.key}::text,
        max_attempts := ${MAX_ATTEMPTS}, run_at := ${job.runAfter?.toISOString() ?? null}::timestamptz)`)
  }
}
