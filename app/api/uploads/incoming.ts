import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream as NodeReadableStream } from 'node:stream/web'
import busboy from 'busboy'
import type { IncomingFile } from '@/lib/drafts/attach-paper'
import { MEGABYTE } from '@/lib/files/intake'

const MOST_FILES = 50
const MOST_BYTES = 1100 * MEGABYTE
const DRAIN_BYTES = 32 * MEGABYTE
const DRAIN_MS = 10_000

/**
 * A body that is one file, its name percent-encoded in `x-file-name`. After a refusal some of the
 * rest is read and dropped: a browser that is cut off in the middle never shows the answer.
 */
export async function* rawFile(request: Request): AsyncGenerator<IncomingFile> {
  const bytes = bytesOf(request)
  const announced = Number(request.headers.get('content-length') ?? Number.NaN)
  yield {
    declaredName: decodeName(request.headers.get('x-file-name') ?? ''),
    ...(Number.isSafeInteger(announced) ? { declaredSize: announced } : {}),
    bytes: { [Symbol.asyncIterator]: () => bytes },
  }
  const until = Date.now() + DRAIN_MS
  let dropped = 0
  while (dropped < DRAIN_BYTES && Date.now() < until) {
    const next = await bytes.next().catch(() => ({ done: true, value: undefined }) as const)
    if (next.done) return
    dropped += next.value.byteLength
  }
}

/** Each file of a form sent without JavaScript, as it streams by; empty file fields are left out. */
export async function* multipartFiles(request: Request): AsyncGenerator<IncomingFile> {
  const parser = busboy({
    headers: { 'content-type': request.headers.get('content-type') ?? '' },
    defParamCharset: 'utf8',
    limits: { files: MOST_FILES, fields: 20, fieldSize: 4096, parts: MOST_FILES + 20 },
  })
  const parts = new Readable({ objectMode: true, read: () => undefined })
  parser.on('file', (_field, stream, { filename }) => {
    // A form cut off breaks the stream of its last file, also when nobody reads it any more.
    stream.on('error', () => undefined)
    if (filename) parts.push({ name: filename, stream })
    else stream.resume()
  })
  // What does not parse to its end is told by the file that was cut off; there is none to tell else.
  const parsed = pipeline(Readable.from(bytesOf(request)), endAfter(MOST_BYTES), parser)
  parsed.catch(() => undefined).finally(() => parts.push(null))
  for await (const { name, stream } of parts as AsyncIterable<{ name: string; stream: Readable }>) {
    const bytes: AsyncIterator<Uint8Array> = stream[Symbol.asyncIterator]()
    yield { declaredName: name, bytes: { [Symbol.asyncIterator]: () => bytes } }
    await readToEnd(bytes)
  }
}

/** The body, left open when its reader stops: a cancelled body takes the socket with it. */
function bytesOf(request: Request): AsyncIterableIterator<Uint8Array> {
  if (!request.body) return Readable.from([])[Symbol.asyncIterator]()
  const body = request.body as NodeReadableStream<Uint8Array>
  return body.values({ preventCancel: true })
}

async function readToEnd(bytes: AsyncIterator<Uint8Array>): Promise<void> {
  try {
    for (let next = await bytes.next(); !next.done; next = await bytes.next());
  } catch {
    // Cut off: the file's own reader has noticed.
  }
}

function endAfter(limit: number): Transform {
  let seen = 0
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      seen += chunk.length
      done(seen > limit ? new Error('the form is too large') : null, chunk)
    },
  })
}

function decodeName(encoded: string): string {
  try {
    return decodeURIComponent(encoded)
  } catch {
    return encoded
  }
}
