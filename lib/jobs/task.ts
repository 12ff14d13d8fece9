import type { Logger } from 'pino'
import type { JobKind, JobPayload } from '@/lib/shared/job-kinds'

/** What a task may know of its run. `abortSignal` fires when the worker has to leave: pass it on. */
export type TaskRun = { jobId: string; attempt: number; abortSignal: AbortSignal; log: Logger }

/**
 * The work of one kind of job. It may run twice, and at the same time, after a crash: a task checks
 * what is already done. It throws to be tried again later.
 */
export type Task<Kind extends JobKind> = (payload: JobPayload<Kind>, run: TaskRun) => Promise<void>

/** The tasks a worker knows; a kind that is not there yet waits in the queue. */
export type TaskMap = { readonly [Kind in JobKind]?: Task<Kind> }
