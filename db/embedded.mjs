// @ts-check
import postgres from 'postgres'

const DATABASE = 'onedoor'
const OWNER = 'onedoor_owner'
const APP = 'onedoor_app'

/**
 * Makes the two roles and the database of an embedded server, or gives the roles their passwords
 * again. The owner migrates; the application's role owns nothing, so that row rules and revoked
 * rights hold for it.
 * @param {{ superuserUrl: string, passwords: { owner: string, app: string } }} options
 */
export async function prepareDatabase({ superuserUrl, passwords }) {
  const sql = postgres(superuserUrl, { max: 1, onnotice: () => {} })
  try {
    await prepareRole(sql, OWNER, passwords.owner)
    await prepareRole(sql, APP, passwords.app)
    const [existing] = await sql`select 1 from pg_database where datname = ${DATABASE}`
    if (!existing) await sql`create database ${sql(DATABASE)} owner ${sql(OWNER)}`
  } finally {
    await sql.end()
  }
}

/** @param {postgres.Sql} sql @param {string} role @param {string} password base64url, safe in quotes */
async function prepareRole(sql, role, password) {
  const [existing] = await sql`select 1 from pg_roles where rolname = ${role}`
  if (!existing) await sql`create role ${sql(role)} login nosuperuser nobypassrls`
  await sql.unsafe(`alter role ${role} password '${password.replaceAll("'", "''")}'`)
}
