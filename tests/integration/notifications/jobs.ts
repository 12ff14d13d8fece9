import { sql } from 'drizzle-orm'
import { db } from '@/db/client'

/** The jobs that wait for the given messages, mail first. */
export async function jobsFor(messages: { id: string }[]) {
  const keys = messages.flatMap(({ id }) => [`send-mail:${id}`, `send-sms:${id}`])
  const rows = await db.execute<{ kind: string; messageId: string }>(sql`
    select task.identifier as kind, job.payload ->> 'messageId' as "messageId"
    from graphile_worker._private_jobs job
    join graphile_worker._private_tasks task on task.id = job.task_id
    where job.key in (${sql.join(
      keys.map((key) => sql`${key}`),
      sql`, `,
    )})
    order by kind`)
  return rows.map(({ kind, messageId }) => ({ kind, messageId }))
}
