import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest'
import { startChild } from '@/lib/cli/child-process.mjs'
import { Crew } from '@/lib/cli/crew.mjs'
import { lockFolder, startOf } from '@/lib/cli/folder-lock.mjs'
import { claimPorts, freeStackPort, OFFSETS } from '@/lib/cli/ports.mjs'

const dataDir = mkdtempSync(join(tmpdir(), 'onedoor-stack-'))
const started: number[] = []
const patience = { timeout: 15_000, interval: 100 }

/** A program that listens until its lifeline breaks. */
const listener = (port: number) => [
  '--import',
  resolve('lib/cli/lifeline.mjs'),
  '-e',
  `require('node:net').createServer().listen(${port}, '127.0.0.1')`,
]
const listens = (port: number) =>
  new Promise<boolean>((done) => {
    const socket = connect(port, '127.0.0.1')
    socket
      .once('error', () => done(false))
      .once('connect', () => {
        socket.destroy()
        done(true)
      })
  })
const until = (port: number, state: boolean) =>
  vi.waitFor(async () => expect(await listens(port)).toBe(state), patience)
const kill = (pid: number | undefined) => process.kill(pid ?? 0, 'SIGKILL')

afterEach(() => {
  for (const pid of started.splice(0)) {
    try {
      kill(pid)
    } catch {} // gone already, as it should be
  }
})
afterAll(() => rmSync(dataDir, { recursive: true }))

describe('a child process', () => {
  it('leaves when its launcher is killed', async () => {
    const port = await freeStackPort()
    const script = `
      import { startChild } from './lib/cli/child-process.mjs'
      startChild('listener', [process.execPath, ...JSON.parse(process.argv[1])])
      setInterval(() => {}, 1000)`
    const launcher = spawn(process.execPath, [
      '--input-type=module',
      '-e',
      script,
      JSON.stringify(listener(port)),
    ])
    started.push(launcher.pid ?? 0)
    await until(port, true)
    kill(launcher.pid)
    await until(port, false)
  })

  it('leaves when it is told to, without being killed', async () => {
    const port = await freeStackPort()
    const child = startChild('listener', [process.execPath, ...listener(port)])
    await until(port, true)
    await child.stop()
    expect(await child.exited).toBe('SIGTERM')
    expect(await listens(port)).toBe(false)
  })
})

describe('the crew', () => {
  it('starts a dead part again, and stops it for good', async () => {
    const port = await freeStackPort()
    const report = vi.fn()
    const crew = new Crew(report)
    await crew.keep('listener', listener(port), {})
    await until(port, true)
    const [first] = Object.values(crew.pids())
    kill(first)
    await vi.waitFor(() => expect(crew.pids()['listener']).not.toBe(first), patience)
    await until(port, true)
    expect(report).toHaveBeenCalledExactlyOnceWith('listener ended (SIGKILL) and is started again')
    await crew.stop()
    expect(await listens(port)).toBe(false)
  })

  it('gives up on a part that dies again and again', async () => {
    const crew = new Crew(() => undefined)
    await crew.keep('broken', ['-e', 'process.exit(3)'], {})
    expect((await crew.failed).message).toContain('broken cannot be kept running (3)')
    await crew.stop()
  })
})

describe('the ports of a stack', () => {
  it('are refused with the name of the program that holds one', async () => {
    const port = await freeStackPort()
    const stranger = startChild('stranger', [process.execPath, ...listener(port + OFFSETS.payment)])
    await until(port + OFFSETS.payment, true)
    await expect(claimPorts(port, dataDir)).rejects.toThrow(
      new RegExp(`${port + 2} \\(payment\\) is used by .*node.*, process ${stranger.pid}`),
    )
    await stranger.stop()
  })

  it('are taken back from what an earlier start of the same folder left behind', async () => {
    const port = await freeStackPort()
    const env = { ...process.env, ONEDOOR_STACK: dataDir }
    const stale = startChild('stale', [process.execPath, ...listener(port)], { env })
    await until(port, true)
    await claimPorts(port, dataDir)
    expect(await listens(port)).toBe(false)
    await stale.exited
  })
})

describe('a data folder', () => {
  it('belongs to one launcher at a time, and a dead one does not count', () => {
    const giveBack = lockFolder(dataDir, 3000)
    expect(() => lockFolder(dataDir, 3100)).toThrow(
      `already runs at http://localhost:3000 (process ${process.pid})`,
    )
    giveBack()
    lockFolder(dataDir, 3100)()
  })
  it('does not belong to one that was killed and waits to be fetched by its parent', async () => {
    // The shell becomes a sleep, which never asks what became of the child it was given.
    const parent = spawn('sh', ['-c', 'sleep 60 & echo $!; exec sleep 60'])
    started.push(parent.pid ?? 0)
    const killed = Number(String(await once(parent.stdout, 'data')))
    const since = startOf(killed)
    writeFileSync(join(dataDir, 'launcher.json'), JSON.stringify({ pid: killed, since, port: 1 }))
    expect(() => lockFolder(dataDir, 3000)).toThrow('already runs')
    kill(killed)
    await vi.waitFor(() => lockFolder(dataDir, 3000)(), patience)
  })
})
