import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest'
import { db } from '@/db/client'
import { findHeadsFrom } from '@/db/queries/chain-heads'
import { sealChainHeads } from '@/lib/administration/seal-chain-heads'
import { recordKey } from '@/lib/dossiers/agency-signer'
import { tasks } from '@/lib/jobs/tasks'
import { log } from '@/lib/server/log'
import { judgeRecord } from '@/tests/helpers/verify-record'
import {
  anAcceptedDossier,
  dayAfter,
  fileOf,
  type RecordStage,
  setTheRecordStage,
} from './record-stage'

let stage: RecordStage
let pool: Awaited<ReturnType<typeof anAcceptedDossier>>[]
let taken = 0
beforeAll(async () => {
  stage = await setTheRecordStage(inject('databaseUrls').superuser)
  pool = await Promise.all(Array.from({ length: 5 }, anAcceptedDossier))
})
afterAll(() => stage.end())

// Each test begins without heads, as nobody but a superuser could.
beforeEach(async () => {
  await stage.superuser`truncate chain_heads, chain_leaves`
  await stage.superuser`update dossiers set sealed_seq = last_seq`
  taken = 0
})

const heads = () => findHeadsFrom(db, 0, 100)

/** The next dossiers of the pool as if their three events were new. */
async function some(count: number) {
  const next = pool.slice(taken, taken + count)
  taken += count
  for (const { dossierId } of next)
    await stage.superuser`update dossiers set sealed_seq = 0 where id = ${dossierId}`
  return next
}

describe('the daily head', () => {
  it('is made once a day, over what has grown since the one before', async () => {
    await some(2)
    expect(await stage.seal(dayAfter(0))).toEqual([1])
    expect(await stage.seal(dayAfter(0))).toEqual([])
    await some(1)
    expect(await stage.seal(dayAfter(1))).toEqual([2])
    expect((await heads()).map(({ day, chains, events }) => [day, chains, events])).toEqual([
      ['2026-11-23', 2, 6],
      ['2026-11-24', 1, 3],
    ])
    expect(await stage.audit(dayAfter(1))).toEqual([])
  })

  it('is made on a day on which nothing happened, too', async () => {
    expect(await stage.seal(dayAfter(0))).toEqual([1])
    expect((await heads()).map(({ chains }) => chains)).toEqual([0])
  })

  it('catches up after a standstill of days', async () => {
    const [one] = await some(1)
    await stage.seal(dayAfter(0))
    await some(2)
    expect(await stage.seal(dayAfter(9))).toEqual([2])
    expect((await heads()).at(-1)).toMatchObject({ day: '2026-12-02', chains: 2 })
    if (!one) throw new Error('no dossier')
    expect(judgeRecord(await fileOf(one), ['--trust', stage.rootFile]).report).toMatchObject({
      verdict: 'valid',
      covered: 3,
      heads: [{ number: 1 }, { number: 2, covers: null }],
    })
  })

  it('is one when two workers make it at once', async () => {
    await some(1)
    const made = await Promise.all([1, 2, 3].map(() => stage.seal(dayAfter(0))))
    expect(made.flat()).toEqual([1])
    expect(await stage.audit(dayAfter(0))).toEqual([])
  })

  it('is several when one cannot hold all', async () => {
    await some(5)
    expect(await stage.seal(dayAfter(0), 2)).toEqual([1, 2, 3])
    expect((await heads()).map(({ chains }) => chains)).toEqual([2, 2, 1])
    expect(await stage.audit(dayAfter(0))).toEqual([])
  })

  it('is not made while nobody stamps the time, and nothing counts as covered then', async () => {
    await some(1)
    const refusal = { code: 'timestamp-unavailable', cause: 'no answer' } as const
    const timestamper = async () => ({ ok: false, refusal }) as const
    const signing = { key: recordKey(), timestamper, at: dayAfter(0) }
    await expect(sealChainHeads(signing)).rejects.toThrow('timestamp-unavailable')
    expect(await heads()).toEqual([])
    expect(await stage.seal(dayAfter(0))).toEqual([1])
    expect((await heads())[0]).toMatchObject({ chains: 1, events: 3 })
  })

  it('is the work of a job of the worker', async () => {
    const [one] = await some(1)
    const run = { jobId: '1', attempt: 1, abortSignal: new AbortController().signal, log }
    await tasks['seal-chain-heads']?.({}, run)
    if (!one) throw new Error('no dossier')
    expect(judgeRecord(await fileOf(one), ['--trust', stage.rootFile])).toMatchObject({
      code: 0,
      report: { covered: 3 },
    })
  })
})

describe('the heads themselves', () => {
  beforeEach(async () => {
    for (const day of [0, 1, 2]) {
      await some(day === 1 ? 2 : 1)
      await stage.seal(dayAfter(day))
    }
  })

  it.each([
    [
      'one taken out',
      () => stage.superuser`delete from chain_heads where number = 2`,
      3,
      'head-missing',
    ],
    [
      'a column changed',
      () => stage.superuser`update chain_heads set chains = 1 where number = 2`,
      2,
      'head-content',
    ],
    [
      'a leaf gone',
      () => stage.superuser`delete from chain_leaves where head_number = 2 and position = 0`,
      2,
      'head-root',
    ],
    [
      'a leaf changed',
      () => stage.superuser`update chain_leaves set seq = 2 where head_number = 2 and position = 0`,
      2,
      'head-root',
    ],
    [
      'a signature of another',
      () =>
        stage.superuser`update chain_heads set signature = (select signature from chain_heads where number = 1) where number = 2`,
      2,
      'content-changed',
    ],
  ] as const)('are found out: %s', async (...[, break_, head, reason]) => {
    expect(await stage.audit(dayAfter(2))).toEqual([])
    await break_()
    expect(await stage.audit(dayAfter(2))).toContainEqual({ head, reason })
  })

  it('are missed when the newest are cut off', async () => {
    await stage.superuser`delete from chain_heads where number = 3`
    await stage.superuser`delete from chain_leaves where head_number = 3`
    expect(await stage.audit(dayAfter(4))).toEqual([{ head: 2, reason: 'head-stale' }])
  })

  it('are held against a file that somebody kept', async () => {
    const [first] = pool
    if (!first) throw new Error('no dossier')
    const kept = await fileOf(first)
    expect(await stage.audit(dayAfter(2), kept)).toEqual([])
    // Whoever has the key too makes all heads anew, and they are sound in themselves.
    await stage.superuser`truncate chain_heads, chain_leaves`
    for (const day of [1, 2]) await stage.seal(dayAfter(day))
    expect(await stage.audit(dayAfter(2))).toEqual([])
    expect(await stage.audit(dayAfter(2), kept)).toEqual([
      { head: 1, reason: 'head-rewritten' },
      { head: 2, reason: 'head-rewritten' },
      { head: 3, reason: 'head-missing' },
    ])
  })

  it('are missed when all are gone', async () => {
    await stage.superuser`truncate chain_heads, chain_leaves`
    expect(await stage.audit(dayAfter(2))).toEqual([{ head: 1, reason: 'heads-missing' }])
  })
})
