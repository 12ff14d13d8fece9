import { spawnSync } from 'node:child_process'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { nodeBinary } from '@/lib/cli/packages.mjs'
import { judgeRecord } from '@/tests/helpers/verify-record'
import {
  anAcceptedDossier,
  dayAfter,
  fileOf,
  type RecordStage,
  setTheRecordStage,
  TAMPERING,
  TAMPERING_CASES,
} from './record-stage'

// The record against a superuser with the triggers off. Each case has a dossier of three events of its
// own: filed, paid, accepted.
let stage: RecordStage
beforeAll(async () => {
  stage = await setTheRecordStage(inject('databaseUrls').superuser)
})
afterAll(() => stage.end())

type Case = Awaited<ReturnType<typeof anAcceptedDossier>>

async function tamper(how: keyof typeof TAMPERING, { dossierId }: Case): Promise<void> {
  await TAMPERING[how](stage.superuser, dossierId)
}

/** What the auditor says of this dossier alone. */
async function audited({ dossierId }: Case) {
  const all = await stage.audit(dayAfter(1))
  const [found] = all.filter((one) => 'dossierId' in one && one.dossierId === dossierId)
  return found && 'seq' in found ? [found.seq, found.reason] : undefined
}

const judged = async (one: Case) => {
  const { code, report } = judgeRecord(await fileOf(one), ['--trust', stage.rootFile])
  return { code, ...report }
}

describe('under a signed head, the place is named in the file and by the auditor', () => {
  it.each(TAMPERING_CASES)('$what', async ({ how, inFile, inDatabase }) => {
    const one = await anAcceptedDossier()
    await stage.seal(dayAfter(0), 1)
    expect(await judged(one)).toMatchObject({ code: 0, events: 3, covered: 3 })
    expect(await audited(one)).toBeUndefined()

    await tamper(how, one)
    const { code, place, fault } = await judged(one)
    expect([code, place?.event, fault]).toEqual([1, ...inFile])
    expect(await audited(one)).toEqual(inDatabase)
  })

  it('a dossier that is gone altogether is missed by its heads', async () => {
    const one = await anAcceptedDossier()
    await stage.seal(dayAfter(0), 1)
    await tamper('wholeDossier', one)
    expect(await audited(one)).toEqual([1, 'missing'])
  })
})

describe('without a head', () => {
  it.each(['lastEventAndRegister', 'rebuild'] as const)(
    'nobody notices %s: that is what heads are for',
    async (how) => {
      const one = await anAcceptedDossier()
      await tamper(how, one)
      expect(await judged(one)).toMatchObject({ code: 0, covered: 0 })
      expect(await audited(one)).toBeUndefined()
    },
  )
})

describe('npm run verify-ledger', () => {
  const run = (env: Record<string, string> = {}) => {
    const { status, stdout, stderr } = spawnSync(
      nodeBinary(),
      ['--import', 'tsx', 'lib/cli/verify-ledger.ts'],
      { encoding: 'utf8', env: { ...process.env, ...env } },
    )
    return { status, stdout, stderr }
  }

  it('names each broken dossier in a line and ends with 1', async () => {
    const one = await anAcceptedDossier()
    await stage.seal(dayAfter(0), 1)
    await tamper('lastEventAndRegister', one)
    const [row] = await stage.superuser<{ code: string }[]>`
      select dossier_code as code from dossiers where id = ${one.dossierId}`
    const { status, stdout } = run()
    expect(stdout).toContain(`Hồ sơ ${row?.code}, sự kiện 3: sự kiện bị thiếu (missing)`)
    expect(stdout).toMatch(/CHỖ ĐỨT: \d+ hồ sơ, \d+ sự kiện, \d+ mốc ký số\n$/)
    expect(status).toBe(1)
  })

  it('ends with 2 when nobody answers', () => {
    const { status, stderr } = run({ DATABASE_URL: 'postgres://nobody:nothing@127.0.0.1:1/none' })
    expect(status).toBe(2)
    expect(stderr).toContain('Cách dùng')
  })
})
