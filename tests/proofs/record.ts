// npm run proof -- record
// The record against whoever holds the database: as superuser with triggers and foreign keys off, bytes
// are changed, events swapped and deleted, a whole chain is made anew with right hashes. The downloaded
// file under docs/verify-record.mjs and npm run verify-ledger must each name the place. The last two
// are tried without a head, too, where nobody can notice: that is what the daily head is for.
import { spawnSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { closeDatabase } from '@/db/client'
import { migrateDatabase } from '@/db/migrate'
import { nodeBinary } from '@/lib/cli/packages.mjs'
import { ROOT } from '@/lib/cli/postgres-cluster.mjs'
import { judgeRecord } from '@/tests/helpers/verify-record'
import {
  anAcceptedDossier,
  fileOf,
  type RecordStage,
  setTheRecordStage,
  TAMPERING,
  TAMPERING_CASES,
} from '@/tests/integration/casework/record-stage'
import { testSettings } from '@/tests/test-settings'
import { openServer } from './stand/test-server'
import { type Finding, prove } from './stand/verdict'

type Dossier = Awaited<ReturnType<typeof anAcceptedDossier>>

await prove('record', async () => {
  const server = await openServer()
  const dataDir = await mkdtemp(join(tmpdir(), 'onedoor-proof-record-'))
  try {
    const urls = await server.newDatabase()
    const own = { DATABASE_URL: urls.app, MIGRATION_DATABASE_URL: urls.owner, DATA_DIR: dataDir }
    Object.assign(process.env, testSettings, own)
    await migrateDatabase(urls.owner, urls.app)
    const stage = await setTheRecordStage(urls.superuser)
    try {
      return await attack(stage)
    } finally {
      await stage.end()
    }
  } finally {
    await closeDatabase()
    await server.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
})

async function attack(stage: RecordStage): Promise<Finding[]> {
  const covered: Dossier[] = []
  for (const _ of TAMPERING_CASES) covered.push(await anAcceptedDossier())
  const now = new Date()
  const made = await stage.seal(now)
  const whole = await Promise.all(covered.map((one) => judged(stage, one)))
  const findings: Finding[] = [
    finding('heads made, signed and stamped', made.length, 1),
    finding(
      'files that the verifier calls whole',
      whole.filter((one) => one === 'whole').length,
      covered.length,
    ),
    finding('broken places the auditor finds before', (await stage.audit(now)).length, 0),
  ]
  for (const [at, one] of covered.entries()) findings.push(...(await oneCase(stage, at, one)))
  const said = runAuditor()
  const lines = said.split('\n').filter((line) => line.startsWith('Hồ sơ ')).length
  findings.push(finding('lines of npm run verify-ledger, exit code 1', lines, covered.length))
  return [...findings, ...(await withoutHead(stage))]
}

/** One dossier tampered with, and what both verifiers say of it. */
async function oneCase(stage: RecordStage, at: number, one: Dossier): Promise<Finding[]> {
  const attempt = TAMPERING_CASES[at]
  if (!attempt) return []
  await TAMPERING[attempt.how](stage.superuser, one.dossierId)
  const [event, fault] = attempt.inDatabase
  const audited = (await stage.audit(new Date())).flatMap((broken) =>
    'seq' in broken && broken.dossierId === one.dossierId
      ? [placed(broken.seq, broken.reason)]
      : [],
  )
  return [
    finding(`file: ${attempt.what}`, await judged(stage, one), placed(...attempt.inFile)),
    finding(`auditor: ${attempt.what}`, audited.join(), placed(event, fault)),
  ]
}

/** The same two attacks where no head covers the chain yet: the guard seen to be needed. */
async function withoutHead(stage: RecordStage): Promise<Finding[]> {
  const findings: Finding[] = []
  for (const how of ['lastEventAndRegister', 'rebuild'] as const) {
    const one = await anAcceptedDossier()
    await TAMPERING[how](stage.superuser, one.dossierId)
    findings.push(finding(`${how} before any head, unnoticed`, await judged(stage, one), 'whole'))
  }
  return findings
}

async function judged(stage: RecordStage, one: Dossier): Promise<string> {
  const { code, report } = judgeRecord(await fileOf(one), ['--trust', stage.rootFile])
  return code === 0 ? 'whole' : placed(report.place?.event ?? 0, report.fault ?? '')
}

function runAuditor(): string {
  const args = ['--import', 'tsx', 'lib/cli/verify-ledger.ts']
  const { status, stdout } = spawnSync(nodeBinary(), args, { cwd: ROOT, encoding: 'utf8' })
  return status === 1 ? stdout : ''
}

function placed(event: number, fault: string): string {
  return `event ${event}: ${fault}`
}

function finding(asked: string, found: string | number, expected: string | number): Finding {
  return { asked, found: String(found), holds: found === expected }
}
