import type { Readable } from 'node:stream'

/** Bytes that arrived but are not yet a file of the store. Ends with `publish` or `discard`. */
export type StagedFile = {
  /** Where the bytes lie for inspection. */
  path: string
  size: number
  /** SHA-256 in hex. */
  sha256: string
  /** Makes the bytes visible under a key, whole or not at all; false when the key was taken. */
  publish(key: string): Promise<boolean>
  discard(): Promise<void>
}

/**
 * Port to where bytes lie. Keys are ids or hashes, never file names. A key is written once: what it
 * holds never changes afterwards.
 */
export type FileStore = {
  /** Takes bytes in and gives them to disk for good (fsync) before it returns. */
  stage(source: AsyncIterable<Uint8Array>): Promise<StagedFile>
  readBytes(key: string): Promise<Uint8Array>
  openStream(key: string): Promise<Readable>
  exists(key: string): Promise<boolean>
  /** Removing what is not there is no error. */
  remove(key: string): Promise<void>
  /** Removes what interrupted writes left behind and is older than the given time; says how many. */
  sweep(olderThanMs: number): Promise<number>
}
