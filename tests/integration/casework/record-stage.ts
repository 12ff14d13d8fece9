import { readFileSync } from 'node:fs'
import postgres from 'postgres'
import { db } from '@/db/client'
import { findEvents } from '@/db/queries/events'
import { auditLedger, type LedgerBreak } from '@/lib/administration/audit-ledger'
import { sealChainHeads } from '@/lib/administration/seal-chain-heads'
import { acceptDossier } from '@/lib/dossiers/accept-dossier'
import { recordKey } from '@/lib/dossiers/agency-signer'
import { exportRecord } from '@/lib/dossiers/export-record'
import type { PersonActor } from '@/lib/identity/actor'
import { linkEvent } from '@/lib/ledger/chain'
import { readKeptHeads } from '@/lib/ledger/record-file'
import { readTrust } from '@/lib/signing/trust'
import { timestamperAt } from '@/tests/factories/signing'
import { type Authority, makeDemoKeys } from '@/tests/sandbox/certificate-authority/demo-keys'
import { anApplicant, anOfficer, aPaidDossier, MONDAY, setTheStage } from '../dossiers/stage'
import { act, done } from '../dossiers/walk'

/** A day after Monday 23/11/2026, at the time of the stamp. */
export const dayAfter = (days: number) => new Date(MONDAY.getTime() + days * 86_400_000)

export type RecordStage = {
  /** Whoever holds the database itself: no trigger and no foreign key stops this connection. */
  superuser: postgres.Sql
  /** Where the roots lie that the verifier is given. */
  rootFile: string
  /** Seals as the job does, at a moment of our choice. */
  seal: (at: Date, mostChains?: number) => Promise<number[]>
  /** Every broken place that the auditor's walk tells, in its order. */
  audit: (at: Date, keptFile?: string) => Promise<LedgerBreak[]>
  end: () => Promise<void>
}

/** @param superuserUrl of any database of the server; the one of DATABASE_URL is meant */
export async function setTheRecordStage(superuserUrl: string): Promise<RecordStage> {
  const leave = await setTheStage()
  const authority = await makeDemoKeys(process.env['SIGNING_KEYS_DIR'] ?? '')
  const rootFile = process.env['TRUST_ROOTS'] ?? ''
  const superuser = await openAsSuperuser(superuserUrl)
  return {
    superuser,
    rootFile,
    seal: (at, mostChains) => sealChainHeads(signingAt(authority, at), mostChains),
    audit: (at, keptFile) => audit({ rootFile, at, keptFile }),
    end: async () => {
      await superuser.end()
      await leave()
    },
  }
}

function signingAt(authority: Authority, at: Date) {
  return { key: recordKey(), timestamper: timestamperAt(authority, at), at }
}

type AuditAsked = { rootFile: string; at: Date; keptFile: string | undefined }

async function audit({ rootFile, at, keptFile }: AuditAsked): Promise<LedgerBreak[]> {
  const told: LedgerBreak[] = []
  const trust = readTrust(readFileSync(rootFile, 'utf8'), { demo: true })
  const kept = new Map(keptFile === undefined ? [] : readKeptHeads(keptFile))
  const { broken } = await auditLedger({ trust, at, kept, tell: (one) => told.push(one) })
  if (broken !== told.length) throw new Error('the totals count something else')
  return told
}

async function openAsSuperuser(serverUrl: string): Promise<postgres.Sql> {
  const url = new URL(serverUrl)
  url.pathname = new URL(process.env['DATABASE_URL'] ?? '').pathname
  const sql = postgres(url.href, { max: 1, onnotice: () => undefined })
  await sql`set session_replication_role = replica`
  return sql
}

/** A dossier of three events, filed, paid and accepted, with its owner. */
export async function anAcceptedDossier(): Promise<{ owner: PersonActor; dossierId: string }> {
  const owner = await anApplicant()
  const dossierId = await aPaidDossier(owner)
  done(await acceptDossier(await act(await anOfficer('deskOfficer'), dossierId)))
  return { owner, dossierId }
}

/** The file as its owner downloads it. */
export async function fileOf({ owner, dossierId }: { owner: PersonActor; dossierId: string }) {
  return done(await exportRecord(owner, { dossierId, at: MONDAY })).text
}

/** What somebody with the database in hand can do to a dossier's record. */
export const TAMPERING = {
  async byteOfContent(sql: postgres.Sql, id: string) {
    await sql`update dossier_events set canonical = replace(canonical, '"seq":2', '"seq":9')
      where dossier_id = ${id} and seq = 2`
  },
  async byteOfDetails(sql: postgres.Sql, id: string) {
    await sql`update dossier_events set details = details || '{"amountVnd": 1}'
      where dossier_id = ${id} and seq = 2`
  },
  async lastEvent(sql: postgres.Sql, id: string) {
    await sql`delete from dossier_events where dossier_id = ${id} and seq = 3`
  },
  async lastEventAndRegister(sql: postgres.Sql, id: string) {
    await sql`delete from dossier_events where dossier_id = ${id} and seq = 3`
    await sql`update dossiers set last_seq = 2, sealed_seq = least(sealed_seq, 2), last_hash =
      (select hash from dossier_events where dossier_id = ${id} and seq = 2) where id = ${id}`
  },
  async swapTwo(sql: postgres.Sql, id: string) {
    await sql`update dossier_events set seq = 5 - seq where dossier_id = ${id} and seq in (2, 3)`
  },
  /** Another story from the second event on, each hash right, the register told. */
  async rebuild(sql: postgres.Sql, id: string) {
    let previous = ''
    for (const event of await findEvents(db, id)) {
      const details = event.seq === 2 ? { ...event.details, amountVnd: 1 } : event.details
      const link = linkEvent({ ...event, details }, previous)
      await sql`update dossier_events set details = ${sql.json(details as postgres.JSONValue)},
        canonical = ${link.canonical}, previous_hash = ${link.previousHash}, hash = ${link.hash}
        where dossier_id = ${id} and seq = ${event.seq}`
      previous = link.hash
    }
    await sql`update dossiers set last_hash = ${previous} where id = ${id}`
  },
  async wholeDossier(sql: postgres.Sql, id: string) {
    await sql`delete from dossier_events where dossier_id = ${id}`
    await sql`delete from dossiers where id = ${id}`
  },
}

type Found = readonly [event: number, fault: string]
type TamperingCase = {
  what: string
  how: keyof typeof TAMPERING
  /** What docs/verify-record.mjs says of the file, and what the auditor says of the database. */
  inFile: Found
  inDatabase: Found
}

const tampering = (
  what: string,
  how: TamperingCase['how'],
  [inFile, inDatabase = inFile]: [Found, Found?],
): TamperingCase => ({ what, how, inFile, inDatabase })

/** Proof 5 of the record: each with the place that is named once a signed head covers the chain. */
export const TAMPERING_CASES: readonly TamperingCase[] = [
  tampering('a byte of what was hashed changed', 'byteOfContent', [
    [2, 'hash'],
    [2, 'content'],
  ]),
  tampering('a detail changed', 'byteOfDetails', [[2, 'content']]),
  tampering('two events swapped', 'swapTwo', [[2, 'previous-hash']]),
  tampering('the last event deleted', 'lastEvent', [[3, 'missing']]),
  tampering('the last event deleted, the register set back', 'lastEventAndRegister', [
    [3, 'missing'],
  ]),
  tampering('the whole chain made anew, all hashes right', 'rebuild', [[3, 'rewritten']]),
]
