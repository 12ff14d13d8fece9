import { join } from 'node:path'
import { Readable } from 'node:stream'
import { diskStore } from '@/lib/files/disk-store'
import type { FileStore, StagedFile } from '@/lib/files/file-store'
import { env } from '@/lib/server/env'

let opened: { dataDir: string; store: FileStore } | undefined

/** The store of this process: DATA_DIR/files on a local disk. */
function store(): FileStore {
  const dataDir = env().DATA_DIR
  if (opened?.dataDir !== dataDir) {
    opened = { dataDir, store: diskStore(join(dataDir, 'files')) }
  }
  return opened.store
}

/**
 * The key of a file by its id, in two levels of 256 directories. The end of a UUIDv7 is random,
 * its beginning is the time and would put a day's files into one directory.
 */
export function storageKeyOf(fileId: string): string {
  return `${fileId.slice(-2)}/${fileId.slice(-4, -2)}/${fileId}`
}

/** The key of one page image of a file. */
export function pageKeyOf(fileId: string, page: number): string {
  return `${storageKeyOf(fileId)}.p${page}.webp`
}

/** Takes in bytes that are not yet a file; see {@link StagedFile}. */
export function stageFile(source: AsyncIterable<Uint8Array>): Promise<StagedFile> {
  return store().stage(source)
}

/**
 * Writes bytes under a key, atomically and once: a crash leaves no file, never half a one. False
 * means that the key was taken already; what it holds was not touched.
 */
export async function writeOnce(
  key: string,
  bytes: Uint8Array | AsyncIterable<Uint8Array>,
): Promise<boolean> {
  const source = bytes instanceof Uint8Array ? Readable.from([bytes]) : bytes
  const staged = await store().stage(source)
  return staged.publish(key)
}

/**
 * The whole content of a stored file.
 * @throws when there is none under the key
 */
export function readFileBytes(key: string): Promise<Uint8Array> {
  return store().readBytes(key)
}

/**
 * The content of a stored file, piece by piece.
 * @throws when there is none under the key
 */
export function openFileStream(key: string): Promise<Readable> {
  return store().openStream(key)
}

export function fileExists(key: string): Promise<boolean> {
  return store().exists(key)
}

/** Removes a stored file; no error when it is gone already. */
export function removeFile(key: string): Promise<void> {
  return store().remove(key)
}

/** Removes what interrupted uploads left behind; called at start and from time to time. */
export function sweepTemporaryFiles(olderThanMs = 60 * 60 * 1000): Promise<number> {
  return store().sweep(olderThanMs)
}
