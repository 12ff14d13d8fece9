import type { TaskMap } from '@/lib/jobs/task'

/** Every kind of job with its work. */
export const tasks: TaskMap = {}
