import { pgTable, text } from 'drizzle-orm/pg-core'
import { moment } from './columns'

/** Each worker process says it lives; /ready and the metrics read it. */
export const workerHeartbeats = pgTable('worker_heartbeats', {
  workerId: text('worker_id').primaryKey(),
  at: moment('at').notNull(),
})
