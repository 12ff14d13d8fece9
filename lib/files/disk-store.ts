import { createHash, randomUUID } from 'node:crypto'
import { link, mkdir, open, readdir, stat, unlink } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { Disk } from 'flydrive'
import { FSDriver } from 'flydrive/drivers/fs'
import type { FileStore, StagedFile } from '@/lib/files/file-store'

const INCOMING = 'incoming'
const KEY = /^[a-z0-9][a-z0-9._-]*(\/[a-z0-9][a-z0-9._-]*)*$/

/**
 * The store on a local disk. flydrive reads and deletes; writing is our own, because flydrive shows
 * a half-written file under its final name when the process dies and overwrites without a word.
 */
export function diskStore(root: string): FileStore {
  const home = resolve(root)
  const incoming = join(home, INCOMING)
  const disk = new Disk(new FSDriver({ location: home, visibility: 'private' }))
  return {
    stage: (source) => stage(source, home),
    readBytes: async (key) => disk.getBytes(checked(key)),
    openStream: async (key) => disk.getStream(checked(key)),
    exists: async (key) => disk.exists(checked(key)),
    remove: async (key) => disk.delete(checked(key)),
    sweep: (olderThanMs) => sweep(incoming, olderThanMs),
  }
}

async function stage(source: AsyncIterable<Uint8Array>, home: string): Promise<StagedFile> {
  const directory = join(home, INCOMING)
  await makeDirectory(directory)
  const path = join(directory, `${randomUUID()}.tmp`)
  const discard = () => unlink(path).catch(ignoreMissing)
  try {
    const { size, sha256 } = await write(path, source)
    return {
      path,
      size,
      sha256,
      discard,
      publish: async (key) => publish(path, join(home, checked(key))),
    }
  } catch (error) {
    await discard()
    throw error
  }
}

async function write(path: string, source: AsyncIterable<Uint8Array>) {
  const file = await open(path, 'wx', 0o600)
  try {
    const hash = createHash('sha256')
    let size = 0
    for await (const chunk of withoutClosing(source)) {
      hash.update(chunk)
      await file.writeFile(chunk)
      size += chunk.byteLength
    }
    await file.sync()
    return { size, sha256: hash.digest('hex') }
  } finally {
    await file.close()
  }
}

/** link() fails when the name is taken: that is what makes a key write-once, whoever else writes. */
async function publish(path: string, target: string): Promise<boolean> {
  await makeDirectory(dirname(target))
  try {
    await link(path, target)
    return true
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false
    throw error
  } finally {
    await unlink(path).catch(ignoreMissing)
    await syncDirectory(dirname(target))
  }
}

/** Makes a directory and gives each new name on the way to disk, or a power cut could take it back. */
async function makeDirectory(directory: string): Promise<void> {
  const first = await mkdir(directory, { recursive: true, mode: 0o700 })
  if (first === undefined) return
  for (let made = directory; made.length >= first.length; made = dirname(made)) {
    await syncDirectory(dirname(made))
  }
}

async function syncDirectory(directory: string): Promise<void> {
  const handle = await open(directory, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function sweep(incoming: string, olderThanMs: number): Promise<number> {
  const names = await readdir(incoming).catch(() => [])
  const before = Date.now() - olderThanMs
  let removed = 0
  for (const name of names.filter((entry) => entry.endsWith('.tmp'))) {
    const path = join(incoming, name)
    const found = await stat(path).catch(() => undefined)
    if (!found || found.mtimeMs > before) continue
    await unlink(path).catch(ignoreMissing)
    removed += 1
  }
  return removed
}

/** A key goes into a path: anything but a plain relative one is a bug of the caller. */
function checked(key: string): string {
  if (!KEY.test(key) || key.startsWith(`${INCOMING}/`)) throw new Error('not a storage key')
  return key
}

/** Reads on without closing the source on failure: an upload's socket must outlive its refusal. */
async function* withoutClosing(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const iterator = source[Symbol.asyncIterator]()
  for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}

function ignoreMissing(error: unknown): void {
  if (!hasCode(error, 'ENOENT')) throw error
}
