import { sql } from 'drizzle-orm'
import { db, inTransaction } from '@/db/client'
import { drafts } from '@/db/schema/drafts'
import { people } from '@/db/schema/identity'
import { definitionVersions } from '@/db/schema/procedures'
import type { PersonActor } from '@/lib/identity/actor'
import { newId } from '@/lib/shared/ids'
import { applicant } from '../../factories/actors'
import { clinicJson } from '../../factories/clinic-procedure'

export const at = new Date('2026-11-24T01:00:00Z')
/** Takes PDF, JPEG and PNG, ten files of 20 MB. */
export const slotKey = 'lease'

let procedureVersionId: Promise<string> | undefined

export async function aPerson(): Promise<PersonActor> {
  const personId = newId()
  await inTransaction((tx) =>
    tx.insert(people).values({ id: personId, fullName: 'Lê Thị Mẫu', createdAt: at }),
  )
  return applicant(personId)
}

/** An empty draft of the clinic's licence; returns its id. */
export async function aDraft(owner: PersonActor): Promise<string> {
  procedureVersionId ??= loadProcedure()
  const id = newId()
  const row = {
    id,
    procedureKey: 'gphd-specialist-clinic-new',
    procedureVersionId: await procedureVersionId,
    personId: owner.personId,
    answers: {},
    doneSections: [],
    createdAt: at,
    updatedAt: at,
  }
  await inTransaction((tx) => tx.insert(drafts).values(row))
  return id
}

/** The jobs that wait under a key such as "scan-file:<id>". */
export async function jobsUnder(key: string): Promise<unknown[]> {
  return db.execute(sql`
    select task.identifier as kind, job.payload from graphile_worker._private_jobs job
    join graphile_worker._private_tasks task on task.id = job.task_id where job.key = ${key}`)
}

async function loadProcedure(): Promise<string> {
  const id = newId()
  await inTransaction((tx) =>
    tx.insert(definitionVersions).values({
      id,
      kind: 'procedure',
      key: 'gphd-specialist-clinic-new',
      version: 1,
      hash: 'hash',
      effectiveFrom: '2026-01-01',
      body: clinicJson(),
      loadedAt: at,
    }),
  )
  return id
}
