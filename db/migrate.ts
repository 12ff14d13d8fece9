import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate } from 'drizzle-orm/postgres-js/migrator'
import { runMigrations } from 'graphile-worker'
import postgres from 'postgres'

const FOLDER = fileURLToPath(new URL('./migrations', import.meta.url))
const ONE_AT_A_TIME = 7_310_601 // an advisory lock of our own; the number means nothing

/** What a run of migrations met. `sharedRole`: both URLs name one role, so revoked rights do not bind it. */
export type MigrationReport = { applied: number; sharedRole: boolean }

/**
 * Brings the database up to date with the owner's role: pending migrations, the job queue's own
 * schema, and the rights of the application's role. Runs that start together wait for each other.
 */
export async function migrateDatabase(ownerUrl: string, appUrl: string): Promise<MigrationReport> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => undefined })
  try {
    await sql`select pg_advisory_lock(${ONE_AT_A_TIME})`
    const before = await countApplied(sql)
    if (existsSync(`${FOLDER}/meta/_journal.json`)) {
      // drizzle changes how a client reads and writes dates: it gets the client last, or its own.
      await migrateTables(ownerUrl)
    }
    await runMigrations({ connectionString: ownerUrl })
    const [owner, app] = [roleOf(ownerUrl), roleOf(appUrl)]
    if (owner !== app) await grantRights(sql, app)
    return { applied: (await countApplied(sql)) - before, sharedRole: owner === app }
  } finally {
    await sql.end()
  }
}

async function migrateTables(ownerUrl: string): Promise<void> {
  const client = postgres(ownerUrl, { max: 1, onnotice: () => undefined })
  try {
    await migrate(drizzle(client), { migrationsFolder: FOLDER })
  } finally {
    await client.end()
  }
}

async function countApplied(sql: postgres.Sql): Promise<number> {
  const [table] = await sql`select to_regclass('drizzle.__drizzle_migrations') as name`
  if (!table?.['name']) return 0
  const [row] = await sql`select count(*)::int as count from drizzle.__drizzle_migrations`
  return Number(row?.['count'])
}

async function grantRights(sql: postgres.Sql, app: string): Promise<void> {
  const [rights] = await sql`select to_regprocedure('grant_application_rights(text)') as found`
  if (rights?.['found']) await sql`select grant_application_rights(${app})`
  await sql`grant usage on schema drizzle, graphile_worker to ${sql(app)}`
  await sql`grant select on drizzle.__drizzle_migrations to ${sql(app)}`
  await sql`grant all on all tables in schema graphile_worker to ${sql(app)}`
  await sql`grant all on all sequences in schema graphile_worker to ${sql(app)}`
  await sql`grant execute on all functions in schema graphile_worker to ${sql(app)}`
  await openQueueTables(sql, app)
}

/** The queue's tables have row security without a rule, so nobody but their owner sees a row. */
async function openQueueTables(sql: postgres.Sql, app: string): Promise<void> {
  const closed = await sql<{ name: string }[]>`
    select c.relname as name from pg_class c
    where c.relnamespace = 'graphile_worker'::regnamespace and c.relrowsecurity
      and not exists (select 1 from pg_policy p where p.polrelid = c.oid and p.polname = ${app})`
  for (const { name } of closed) {
    const table = sql(`graphile_worker.${name}`)
    await sql`create policy ${sql(app)} on ${table} to ${sql(app)} using (true) with check (true)`
  }
}

function roleOf(url: string): string {
  return decodeURIComponent(new URL(url).username)
}
