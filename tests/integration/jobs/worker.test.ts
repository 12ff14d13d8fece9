import postgres from 'postgres'
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openWorkerLock } from '@/db/worker-lock'
import { checkReadiness, readOperations } from '@/lib/administration/readiness'
import { runWorker, type Worker } from '@/lib/jobs/run-worker'
import { startSweeper } from '@/lib/jobs/sweeper'
import type { TaskMap } from '@/lib/jobs/task'
import { newId } from '@/lib/shared/ids'

const url = process.env['DATABASE_URL'] ?? ''
const sql = postgres(url, { max: 2, onnotice: () => undefined })
let worker: Worker | undefined

const start = async (tasks: TaskMap) => {
  worker = await runWorker(url, tasks)
}
const promise = (kind: string, payload: postgres.JSONValue) =>
  sql`select graphile_worker.add_job(${kind}, ${sql.json(payload)}::json)`
const jobs = () => sql`select attempts, last_error, locked_by from graphile_worker._private_jobs`

beforeEach(async () => {
  await sql`delete from graphile_worker._private_jobs`
})
afterEach(async () => {
  await worker?.stop()
  worker = undefined
})
afterAll(() => sql.end())

describe('a worker', () => {
  it('does a promised job with its checked payload, once, and clears it away', async () => {
    const sendMail = vi.fn(async () => undefined)
    await start({ 'send-mail': sendMail })
    const messageId = newId()
    await promise('send-mail', { messageId })
    await vi.waitFor(async () => expect(await jobs()).toHaveLength(0), 5_000)
    expect(sendMail).toHaveBeenCalledExactlyOnceWith(
      { messageId },
      expect.objectContaining({ attempt: 1, abortSignal: expect.any(AbortSignal) }),
    )
  })

  it('keeps a job that failed, for another try', async () => {
    await start({ 'send-mail': () => Promise.reject(new Error('mail server is away')) })
    await promise('send-mail', { messageId: newId() })
    await vi.waitFor(async () => {
      expect(await jobs()).toEqual([
        expect.objectContaining({ attempts: 1, last_error: expect.stringContaining('is away') }),
      ])
    }, 5_000)
  })

  it('never gives a task a payload of the wrong shape', async () => {
    const sendMail = vi.fn(async () => undefined)
    await start({ 'send-mail': sendMail })
    await promise('send-mail', { messageId: 'not an id' })
    await vi.waitFor(async () => expect((await jobs())[0]?.['attempts']).toBe(1), 5_000)
    expect(sendMail).not.toHaveBeenCalled()
  })

  it('tells a slow job to stop when it has to leave, and is seen while it lives', async () => {
    let stopped = false
    await start({
      'send-mail': async (_payload, { abortSignal }) => {
        await new Promise((done) => abortSignal.addEventListener('abort', done))
        stopped = true
      },
    })
    await promise('send-mail', { messageId: newId() })
    await vi.waitFor(async () => expect((await jobs())[0]?.['locked_by']).toBeTruthy(), 5_000)
    await vi.waitFor(async () => {
      expect(await checkReadiness()).toEqual({
        ready: true,
        database: 'ok',
        migrations: 'current',
        worker: 'alive',
      })
    })
    await worker?.stop()
    worker = undefined
    expect(stopped).toBe(true)
  })

  it('leaves kinds of jobs that it does not know in the queue', async () => {
    await start({})
    await promise('scan-file', { fileId: newId() })
    await vi.waitFor(async () => {
      const { queue } = await readOperations()
      expect(queue).toEqual([
        { kind: 'scan-file', waiting: 1, failed: 0, oldestSeconds: expect.any(Number) },
      ])
    })
  })
})

describe('the sweeper', () => {
  const lockJobBy = async (workerId: string) => {
    await promise('scan-file', { fileId: newId() })
    await sql`
      update graphile_worker._private_jobs set locked_by = ${workerId}, locked_at = now()
      where locked_by is null`
  }
  const holders = async () => (await jobs()).map((job) => job['locked_by'])

  it('gives back the job of a dead worker, and leaves that of a living one', async () => {
    await lockJobBy('dead')
    await lockJobBy('alive')
    const alive = openWorkerLock(url, 'alive')
    await alive.hold()
    const sweeper = await startSweeper(openWorkerLock(url, 'sweeper'), 100)
    await vi.waitFor(
      async () => expect((await holders()).toSorted()).toEqual(['alive', null]),
      5_000,
    )
    await alive.close()
    await vi.waitFor(async () => expect(await holders()).toEqual([null, null]), 5_000)
    await sweeper.stop()
  })

  it('takes its proof of life again after the session was lost', async () => {
    const lock = openWorkerLock(url, 'survivor')
    await lock.hold()
    const sessions = () => sql<{ pid: number }[]>`
      select pid from pg_locks where locktype = 'advisory' and objsubid = 2`
    const [before] = await sessions()
    await sql`select pg_terminate_backend(${before?.pid ?? 0})`
    await vi.waitFor(async () => {
      await lock.hold()
      const [after] = await sessions()
      expect(after?.pid).toBeGreaterThan(0)
      expect(after?.pid).not.toBe(before?.pid)
    }, 5_000)
    await lock.close()
  })
})
