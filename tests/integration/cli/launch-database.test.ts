import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest'
import { freePort, removeDatabase, startDatabase } from '@/lib/cli/launch-database.mjs'

const dataDir = mkdtempSync(join(tmpdir(), 'onedoor-launch-'))
const script = `
  import { startDatabase } from './lib/cli/launch-database.mjs'
  const [dataDir, port] = process.argv.slice(1)
  await startDatabase({ dataDir, port: Number(port), fast: true })
  console.log('up')
  setInterval(() => {}, 1000)`
const launchers: ChildProcess[] = []

/** A launcher in a process of its own, with its database up. */
const launch = async (port: number) => {
  const launcher = spawn(process.execPath, [
    '--input-type=module',
    '-e',
    script,
    dataDir,
    String(port),
  ])
  launchers.push(launcher)
  await new Promise((done) => launcher.stdout.once('data', done))
  return launcher
}
const answers = (port: number) =>
  new Promise<boolean>((done) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('connect', () => done(true)).once('error', () => done(false))
    socket.once('connect', () => socket.destroy())
  })
const postmaster = () =>
  Number(readFileSync(join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n')[0])

afterEach(() => {
  for (const launcher of launchers.splice(0)) launcher.kill('SIGKILL')
})
afterAll(async () => {
  await removeDatabase(dataDir)
  rmSync(dataDir, { recursive: true, force: true })
})

describe('the embedded database', () => {
  it('is gone a moment after its launcher was killed', async () => {
    const port = await freePort()
    const launcher = await launch(port)
    expect(await answers(port)).toBe(true)
    launcher.kill('SIGKILL')
    await vi.waitFor(async () => expect(await answers(port)).toBe(false), 10_000)
    await vi.waitFor(
      () => expect(existsSync(join(dataDir, 'postgres/postmaster.pid'))).toBe(false),
      10_000,
    )
  })

  it('starts again although launcher and guard were killed and the old server lives on', async () => {
    const port = await freePort()
    const launcher = await launch(port)
    const old = postmaster()
    const guard = Number(
      readFileSync(`/proc/${old}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[1],
    )
    process.kill(guard, 'SIGKILL')
    launcher.kill('SIGKILL')
    await new Promise((done) => setTimeout(done, 300))
    expect(await answers(port)).toBe(true)

    const database = await startDatabase({ dataDir, port, fast: true })
    expect(postmaster()).not.toBe(old)
    const sql = postgres(database.urls.app, { max: 1 })
    expect(await sql`select current_user as name`).toEqual([{ name: 'onedoor_app' }])
    await sql.end()
    await database.stop()
    expect(await answers(port)).toBe(false)
  })

  it('keeps its passwords to its owner', () => {
    expect(statSync(join(dataDir, 'database.json')).mode & 0o777).toBe(0o600)
    expect(readFileSync(join(dataDir, 'postgres/pg_hba.conf'), 'utf8')).not.toMatch(
      /^[^#].*\strust$/m,
    )
  })

  it('says why it did not start', async () => {
    const database = await startDatabase({ dataDir, port: await freePort(), fast: true })
    await database.stop()
    const taken = Number(new URL(process.env['DATABASE_URL'] ?? '').port)
    await expect(startDatabase({ dataDir, port: taken, fast: true })).rejects.toThrow(
      /did not start[\s\S]*could not bind/,
    )
  })
})
