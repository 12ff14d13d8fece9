import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, stat, utimes } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { diskStore } from '@/lib/files/disk-store'
import type { FileStore } from '@/lib/files/file-store'
import { inPieces } from './sample-files'

let root: string
let store: FileStore

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'onedoor-store-'))
  store = diskStore(root)
})
afterEach(() => rm(root, { recursive: true, force: true }))

const bytes = Buffer.from('Giấy chứng nhận đăng ký doanh nghiệp')

async function write(key: string, content: Uint8Array = bytes): Promise<boolean> {
  return (await store.stage(inPieces(content, 7))).publish(key)
}

async function everyFile(): Promise<string[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => entry.name)
}

describe('the store on disk', () => {
  it('gives back what it took, counted and hashed', async () => {
    const staged = await store.stage(inPieces(bytes, 5))
    expect(staged.size).toBe(bytes.length)
    expect(staged.sha256).toBe(createHash('sha256').update(bytes).digest('hex'))
    expect(await staged.publish('ab/cd/one')).toBe(true)
    expect(Buffer.from(await store.readBytes('ab/cd/one'))).toEqual(bytes)
    const streamed = await (await store.openStream('ab/cd/one')).toArray()
    expect(Buffer.concat(streamed)).toEqual(bytes)
  })

  it('keeps files to its own user', async () => {
    await write('ab/cd/one')
    expect((await stat(join(root, 'ab/cd/one'))).mode & 0o777).toBe(0o600)
    expect((await stat(join(root, 'ab'))).mode & 0o777).toBe(0o700)
  })

  it('never overwrites a key', async () => {
    await write('ab/cd/one')
    expect(await write('ab/cd/one', Buffer.from('other'))).toBe(false)
    expect(Buffer.from(await store.readBytes('ab/cd/one'))).toEqual(bytes)
    expect(await everyFile()).toEqual(['one'])
  })

  it('lets one of many writers of the same key win, whole', async () => {
    const contents = Array.from({ length: 20 }, (_, n) => Buffer.alloc(50_000, n + 1))
    const won = await Promise.all(contents.map((content) => write('ab/cd/same', content)))
    expect(won.filter(Boolean)).toHaveLength(1)
    expect(Buffer.from(await store.readBytes('ab/cd/same'))).toEqual(contents[won.indexOf(true)])
    expect(await everyFile()).toEqual(['same'])
  })

  it('leaves nothing of a source that fails', async () => {
    const failing = (async function* () {
      yield bytes
      throw new Error('hung up')
    })()
    await expect(store.stage(failing)).rejects.toThrow('hung up')
    expect(await everyFile()).toEqual([])
  })

  it('leaves nothing of what is discarded', async () => {
    const staged = await store.stage(inPieces(bytes))
    await staged.discard()
    await staged.discard()
    expect(await everyFile()).toEqual([])
  })

  it('says whether a file is there, and removes it', async () => {
    await write('ab/cd/one')
    expect(await store.exists('ab/cd/one')).toBe(true)
    await store.remove('ab/cd/one')
    await store.remove('ab/cd/one')
    expect(await store.exists('ab/cd/one')).toBe(false)
    await expect(store.readBytes('ab/cd/one')).rejects.toThrow()
  })

  it.each(['../secret', '/etc/passwd', 'a/../b', 'a//b', '', 'Giấy', 'incoming/x.tmp', 'a\0b'])(
    'takes "%s" for no key',
    async (key) => {
      const staged = await store.stage(inPieces(bytes))
      await expect(staged.publish(key)).rejects.toThrow('not a storage key')
      await expect(store.exists(key)).rejects.toThrow('not a storage key')
    },
  )

  it('sweeps old temporary files only', async () => {
    await store.stage(inPieces(bytes))
    const old = await store.stage(inPieces(bytes))
    const hourAgo = new Date(Date.now() - 3_600_000)
    await utimes(old.path, hourAgo, hourAgo)
    expect(await store.sweep(1_800_000)).toBe(1)
    expect(await everyFile()).toHaveLength(1)
  })

  it('has nothing to sweep before the first write', async () => {
    expect(await store.sweep(0)).toBe(0)
  })
})

describe('a writer killed in the middle', () => {
  it('leaves no file under the key, and its rest is swept', async () => {
    const tsx = fileURLToPath(new URL('../../../node_modules/tsx/dist/cli.mjs', import.meta.url))
    const writer = fileURLToPath(new URL('./slow-writer.ts', import.meta.url))
    const child = spawn(process.execPath, [tsx, writer, root], { stdio: 'ignore', detached: true })
    await untilBytesArrive()
    process.kill(-(child.pid ?? 0), 'SIGKILL')
    await new Promise((resolve) => child.once('exit', resolve))
    expect(await store.exists('ab/cd/slow')).toBe(false)
    expect(await everyFile()).toEqual([expect.stringMatching(/\.tmp$/)])
    expect(await store.sweep(0)).toBe(1)
    expect(await everyFile()).toEqual([])
  }, 20_000)

  async function untilBytesArrive(): Promise<void> {
    for (let tries = 0; tries < 400; tries += 1) {
      const [name] = await readdir(join(root, 'incoming')).catch(() => [])
      if (name && (await readFile(join(root, 'incoming', name))).length > 100_000) return
      await pause(25)
    }
    throw new Error('the writer never began')
  }
})
