import postgres from 'postgres'
import { afterAll, describe, expect, it } from 'vitest'
import { migrateDatabase } from '@/db/migrate'

const appUrl = process.env['DATABASE_URL'] ?? ''
const ownerUrl = process.env['MIGRATION_DATABASE_URL'] ?? ''
const app = postgres(appUrl, { max: 2 })
const owner = postgres(ownerUrl, { max: 1 })

afterAll(async () => {
  await Promise.all([app.end(), owner.end()])
})

describe('migrating', () => {
  it('finds nothing to do a second time, even when three runs start together', async () => {
    const runs = await Promise.all([1, 2, 3].map(() => migrateDatabase(ownerUrl, appUrl)))
    expect(runs).toEqual(Array(3).fill({ applied: 0, sharedRole: false }))
  })

  it('tells when both URLs name one role', async () => {
    expect(await migrateDatabase(ownerUrl, ownerUrl)).toEqual({ applied: 0, sharedRole: true })
  })

  it('runs the application under a role that owns nothing and rules over nobody', async () => {
    const [role] =
      await app`select rolsuper, rolbypassrls, rolcreaterole from pg_roles where rolname = current_user`
    expect(role).toEqual({ rolsuper: false, rolbypassrls: false, rolcreaterole: false })
    const owned = await app`select relname from pg_class where relowner = current_user::regrole`
    expect(owned).toHaveLength(0)
  })

  it('lets the application promise a job, see it and take it back with its transaction', async () => {
    await expect(
      app.begin(async (sql) => {
        await sql`select graphile_worker.add_job('test', ${sql.json({ a: 1 })}::json)`
        const jobs = await sql`select task_identifier from graphile_worker.jobs`
        expect(jobs).toHaveLength(1)
        throw new Error('roll back')
      }),
    ).rejects.toThrow('roll back')
    expect(await app`select 1 from graphile_worker.jobs`).toHaveLength(0)
  })

  it('forbids the application to change the tables themselves', async () => {
    await expect(app`create table mine (id int)`).rejects.toMatchObject({ code: '42501' })
    await expect(app`drop schema graphile_worker cascade`).rejects.toMatchObject({ code: '42501' })
  })

  it('keeps the Vietnamese alphabet in order and without its marks', async () => {
    const rows = await owner`
      select name from unnest(array['Ân', 'Đà Nẵng', 'An', 'Dung', 'Ăn']) as name order by name collate "vi-x-icu"`
    expect(rows.map((row) => row['name'])).toEqual(['An', 'Ăn', 'Ân', 'Dung', 'Đà Nẵng'])
  })
})
