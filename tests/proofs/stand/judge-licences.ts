import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { findDocument, findDocumentFile, findDocumentNumber } from '@/db/queries/documents'
import { findDossier } from '@/db/queries/dossiers'
import { type EventRow, findEvents } from '@/db/queries/events'
import { findFile } from '@/db/queries/files'
import { readFileBytes } from '@/lib/files/store'
import { verifyChain } from '@/lib/ledger/chain'
import { configuredTrust } from '@/lib/signing/configured-trust'
import { NUMBER_AND_DATE, verifyPdf } from '@/lib/signing/verify-pdf'
import type { Finding } from './verdict'

const COURSE = [
  'submit fee-paid accept assign record-appraisal plan-inspection record-minutes propose-decision',
  'confirm-proposal approve result-signed authorise-seal issue',
].join(' ')

/** All that is wrong with one dossier that should be issued; nothing when it is as it must be. */
export async function faultsOf(dossierId: string): Promise<string[]> {
  const dossier = await findDossier(db, dossierId)
  const document = await findDocument(db, dossierId, 'licence')
  if (!dossier || !document) return ['there is no dossier with a licence']
  const faults: string[] = []
  const wrong = (when: boolean, fault: string) => void (when && faults.push(fault))
  wrong(dossier.state !== 'issued', `its state is ${dossier.state}`)
  wrong(document.state !== 'issued', `its licence is ${document.state}`)
  const number = await findDocumentNumber(db, document.id)
  wrong(!number || number.number !== document.number, 'number and licence disagree')
  wrong((await countLicences(document.id)) !== 1, 'it is not in the register exactly once')
  const events = await findEvents(db, dossierId)
  const chain = verifyChain(events)
  wrong(!chain.ok || chain.value !== dossier.lastHash, 'its chain of events is broken')
  wrong(events.map(({ type }) => type).join(' ') !== COURSE, 'an event is missing or doubled')
  for (const [stage, type] of [
    ['signed', 'result-signed'],
    ['issued', 'issue'],
  ] as const)
    faults.push(...(await fileFaults(document.id, stage, lastOf(events, type))))
  return faults
}

type Stage = 'signed' | 'issued'

async function fileFaults(
  documentId: string,
  stage: Stage,
  event: EventRow | undefined,
): Promise<string[]> {
  const row = await findDocumentFile(db, documentId, stage)
  const file = row && (await findFile(db, row.fileId))
  if (!row || !file) return [`there is no ${stage} PDF`]
  const bytes = await readFileBytes(file.storageKey).catch(() => undefined)
  if (!bytes) return [`the ${stage} PDF has no bytes`]
  const hash = createHash('sha256').update(bytes).digest('hex')
  const recorded = [row.sha256, file.sha256, event?.details['fileHash']]
  const faults = recorded.every((one) => one === hash)
    ? []
    : [`the ${stage} PDF has not the recorded hash`]
  return stage === 'issued' ? [...faults, ...(await signatureFaults(bytes))] : faults
}

async function signatureFaults(bytes: Uint8Array): Promise<string[]> {
  const { verdict, reasons, signatures } = verifyPdf(bytes, {
    trust: await configuredTrust(),
    at: new Date(),
    allowedFills: NUMBER_AND_DATE,
    requiredRoles: ['leader', 'seal'],
  })
  const signers = signatures.map(({ role, level }) => `${role} ${level}`).join(', ')
  const faults = verdict === 'valid' ? [] : [`our verifier says ${verdict}: ${reasons.join(', ')}`]
  if (signers !== 'leader B-T, seal B-T') faults.push(`it is signed by: ${signers || 'nobody'}`)
  const others = await countByPoppler(bytes)
  if (others !== undefined && others !== 2) faults.push(`pdfsig calls ${others} signatures valid`)
  return faults
}

/** How many signatures poppler calls valid; undefined where it is not installed. */
async function countByPoppler(bytes: Uint8Array): Promise<number | undefined> {
  const folder = await mkdtemp(join(tmpdir(), 'onedoor-pdfsig-'))
  const file = join(folder, 'licence.pdf')
  await writeFile(file, bytes)
  const { error, stdout } = spawnSync('pdfsig', ['-nocert', file], { encoding: 'utf8' })
  await rm(folder, { recursive: true })
  return error ? undefined : (stdout.match(/Signature is Valid/g) ?? []).length
}

/** What must hold of all licences together. */
export async function judgeSeries(issued: number): Promise<Finding[]> {
  const numbers = await db.execute<{ ordinal: number }>(
    sql`select ordinal from document_numbers order by ordinal`,
  )
  const [series] = await db.execute<{ last: number }>(sql`select last from number_series`)
  const ordinals = numbers.map(({ ordinal }) => ordinal)
  const row = ordinals.every((ordinal, at) => ordinal === at + 1)
  return [
    {
      asked: 'numbers: one a licence, none left out, none twice',
      found: `${ordinals[0]}…${ordinals.at(-1)}, ${ordinals.length} for ${issued} licences`,
      holds: row && ordinals.length === issued && series?.last === issued,
    },
  ]
}

/** Jobs that are due or failing, without the recurring ones, and messages that did not go; a line each. */
export async function listUndone(): Promise<string[]> {
  const jobs = await db.execute<{ line: string }>(sql`
    select format('job %s, try %s, locked by %s: %s', task_identifier, attempts,
      coalesce(locked_by, 'nobody'), coalesce(left(last_error, 120), 'no error')) as line
    from graphile_worker.jobs
    where task_identifier not in ('watch-deadlines', 'reconcile-payments')
      and (attempts > 0 or run_at <= now())`)
  const messages = await db.execute<{ line: string }>(sql`
    select format('message %s by %s is %s: %s', kind, channel, state, last_error) as line
    from outgoing_messages where state <> 'sent'`)
  return [...jobs, ...messages].map(({ line }) => line)
}

async function countLicences(documentId: string): Promise<number> {
  const [row] = await db.execute<{ found: number }>(
    sql`select count(*)::int as found from licences where document_id = ${documentId}`,
  )
  return row?.found ?? 0
}

function lastOf(events: readonly EventRow[], type: string): EventRow | undefined {
  return events.findLast((event) => event.type === type)
}
