import type { JobHelpers, TaskList } from 'graphile-worker'
import { schedule } from '@/lib/jobs/schedule'
import type { TaskMap, TaskRun } from '@/lib/jobs/task'
import { log } from '@/lib/server/log'
import { type JobKind, jobPayloads } from '@/lib/shared/job-kinds'

/** The task map as the queue runs it: each payload is parsed before its task sees it. */
export function taskList(tasks: TaskMap): TaskList {
  return Object.fromEntries(
    knownKinds(tasks).map((kind) => [
      kind,
      (payload: unknown, helpers: JobHelpers) => runTask(tasks, kind, { payload, helpers }),
    ]),
  )
}

/** The crontab of those recurring jobs that have a task. */
export function crontab(tasks: TaskMap): string {
  return knownKinds(tasks)
    .flatMap((kind) => schedule[kind] ?? [])
    .join('\n')
}

function knownKinds(tasks: TaskMap): JobKind[] {
  return jobKinds.filter((kind) => tasks[kind] !== undefined)
}

const jobKinds = Object.keys(jobPayloads).filter((key): key is JobKind => key in jobPayloads)

async function runTask<Kind extends JobKind>(
  tasks: TaskMap,
  kind: Kind,
  { payload, helpers }: { payload: unknown; helpers: JobHelpers },
): Promise<void> {
  const { id: jobId, attempts: attempt } = helpers.job
  const run: TaskRun = {
    jobId,
    attempt,
    abortSignal: helpers.abortSignal ?? new AbortController().signal,
    log: log.child({ job: kind, jobId, attempt }),
  }
  const started = performance.now()
  try {
    await perform(tasks, kind, { payload: withoutCron(payload), run })
    run.log.info({ ms: Math.round(performance.now() - started) }, 'job done')
  } catch (err) {
    run.log.error({ err, ms: Math.round(performance.now() - started) }, 'job failed')
    throw err
  }
}

async function perform<Kind extends JobKind>(
  tasks: TaskMap,
  kind: Kind,
  { payload, run }: { payload: unknown; run: TaskRun },
): Promise<void> {
  // The compiler cannot follow that schema and task under one kind belong together.
  const parsed = jobPayloads[kind].parse(payload) as Parameters<NonNullable<TaskMap[Kind]>>[0]
  const task = tasks[kind] as ((payload: typeof parsed, run: TaskRun) => Promise<void>) | undefined
  await task?.(parsed, run)
}

/** The scheduler adds a `_cron` field of its own to each payload. */
function withoutCron(payload: unknown): unknown {
  if (typeof payload !== 'object' || payload === null) return {}
  const { _cron, ...rest } = payload as Record<string, unknown>
  return rest
}
