import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inTransaction } from '@/db/client'
import { insertDocument, insertDocumentNumber } from '@/db/queries/documents'
import { newId, newVerificationCode } from '@/lib/shared/ids'
import { anApplicant, aPaidDossier, MONDAY, setTheStage } from './stage'

const app = postgres(process.env['DATABASE_URL'] ?? '', { max: 1 })
const owner = postgres(process.env['MIGRATION_DATABASE_URL'] ?? '', { max: 1 })

let end: () => Promise<void>
let dossiers: string[]
beforeAll(async () => {
  end = await setTheStage()
  const applicant = await anApplicant()
  dossiers = [await aPaidDossier(applicant), await aPaidDossier(applicant)]
  for (const dossierId of dossiers) await prepareLicence(dossierId)
})
afterAll(async () => {
  await Promise.all([app.end(), owner.end()])
  await end()
})

async function prepareLicence(dossierId: string): Promise<void> {
  await inTransaction((tx) =>
    insertDocument(tx, {
      id: newId(),
      dossierId,
      kind: 'licence',
      data: {},
      verifyCode: newVerificationCode(),
      number: null,
      issuedOn: null,
      state: 'signed',
      createdAt: MONDAY,
    }),
  )
}

async function giveNumber(dossierId: string, ordinal: number): Promise<void> {
  const [document] = await app<{ id: string }[]>`
    select id from documents where dossier_id = ${dossierId} and kind = 'licence'`
  await inTransaction((tx) =>
    insertDocumentNumber(tx, {
      documentId: document?.id ?? '',
      agencyId: 'syt-01',
      series: 'a series',
      year: 2026,
      ordinal,
      number: `0000${ordinal}/HNO-GPHĐ`,
      issuedOn: '2026-11-23',
    }),
  )
}

/** What the database says to a statement that is undone whatever it says. */
function answerTo(sql: postgres.Sql, statement: string): Promise<string> {
  const attempt = sql.begin(async (tx) => {
    await tx.unsafe(statement)
    throw new Error('allowed')
  })
  return attempt.then(
    () => 'allowed',
    (error: Error) => error.message,
  )
}

describe('what is written once', () => {
  it.each([
    ["update dossier_events set type = 'accept'", 'dossier_events'],
    ['delete from dossier_events', 'dossier_events'],
    ['update definition_versions set key = key', 'definition_versions'],
    ['update ledger_transactions set reference = reference', 'ledger_transactions'],
    ['delete from ledger_entries', 'ledger_entries'],
  ])('is not changed even by the owner of the tables: %s', async (statement, table) => {
    expect(await answerTo(owner, statement)).toMatch(
      new RegExp(`rows of ${table}\\w* are never changed`),
    )
  })

  it('is out of reach of the application, whose rights end before any trigger', async () => {
    const rows = await app<{ name: string; rights: string[] }[]>`
      select c.relname as name, array(
        select kind from unnest(array['UPDATE', 'DELETE', 'TRUNCATE']) as kind
        where has_table_privilege(c.oid, kind)) as rights
      from pg_class c
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
        and (c.relname like 'dossier\\_events%' or c.relname in ('definition_versions',
          'ledger_transactions', 'ledger_entries', 'document_numbers', 'payment_notices', 'access_log'))`
    expect(rows.length).toBeGreaterThan(24)
    expect(rows.filter(({ rights }) => rights.length > 0)).toEqual([])
  })

  it('cannot be switched off by the application', async () => {
    const switchOff = 'alter table dossier_events disable trigger all'
    expect(await answerTo(app, switchOff)).toContain('must be owner')
  })
})

describe('the number of a licence', () => {
  it('is given once', async () => {
    const [first = '', second = ''] = dossiers
    await giveNumber(first, 1)
    await expect(giveNumber(second, 1)).rejects.toMatchObject({
      cause: { constraint_name: 'document_numbers_once' },
    })
    await giveNumber(second, 2)
  })

  it('stays as it was given', async () => {
    expect(await answerTo(owner, "update document_numbers set number = '1'")).toContain(
      'rows of document_numbers are never changed',
    )
  })
})
