import type { FileHandle } from 'node:fs/promises'
import { promisify } from 'node:util'
import { inflate } from 'node:zlib'
import { readAt, readBytesAt } from '@/lib/files/read-part'

const MOST_STREAMS = 5000
const MOST_BYTES_OUT = 16 * 1024 * 1024
const MOST_BYTES_OUT_TOGETHER = 128 * 1024 * 1024
const WINDOWS = [64 * 1024, 512 * 1024, 8 * 1024 * 1024]
const BEFORE = 1024
const AFTER = 2048
const OBJECT = /\b\d+\s+\d+\s+obj\b/g
// An object stream begins with pairs of object number and offset (ISO 32000-1, 7.5.7).
const OBJECT_NUMBERS = /^\s*\d+\s+\d+\s/

const inflated = promisify(inflate)

/**
 * The text of a PDF's compressed objects, one object stream after the other. 'unreadable' comes
 * last when one of them is written in a way that no usual program writes (other filters or none,
 * predictors) or inflates beyond all measure: what cannot be looked into is not taken.
 */
export async function* readObjectStreams(
  file: FileHandle,
  announcedAt: readonly number[],
): AsyncGenerator<Uint8Array | 'unreadable'> {
  if (announcedAt.length > MOST_STREAMS) return yield 'unreadable'
  let together = 0
  for (const at of announcedAt) {
    const start = await findData(file, at)
    const objects = start === undefined ? undefined : await inflateAt(file, start)
    together += objects?.length ?? 0
    if (!objects || together > MOST_BYTES_OUT_TOGETHER) return yield 'unreadable'
    yield objects
  }
}

/** Where the compressed data begins, if the dictionary before it says plain Flate and nothing else. */
async function findData(file: FileHandle, at: number): Promise<number | undefined> {
  const from = Math.max(0, at - BEFORE)
  const text = await readAt(file, from, at - from + AFTER)
  const name = at - from
  const stream = /stream\r?\n/.exec(text.slice(name))
  if (!stream) return undefined
  const head = text.slice(0, name + stream.index)
  const dictionary = head.slice([...head.matchAll(OBJECT)].at(-1)?.index ?? 0)
  const plainFlate = /\/Filter\s*(\/FlateDecode\b|\[\s*\/FlateDecode\s*\])/.test(dictionary)
  if (!plainFlate || /\/(DecodeParms|DP|Crypt|F)\b|#/.test(dictionary)) return undefined
  return at + stream.index + stream[0].length
}

/** Its length stands anywhere, even in another object; so the window grows until the data ends. */
async function inflateAt(file: FileHandle, start: number): Promise<Buffer | undefined> {
  for (const window of WINDOWS) {
    const data = await readBytesAt(file, start, window)
    try {
      const objects = await inflated(data, { maxOutputLength: MOST_BYTES_OUT })
      return OBJECT_NUMBERS.test(objects.toString('latin1', 0, 64)) ? objects : undefined
    } catch (error) {
      const cutOff = error instanceof Error && 'code' in error && error.code === 'Z_BUF_ERROR'
      if (!cutOff || data.length < window) return undefined
    }
  }
  return undefined
}
