/** How reading ended when it did not end well. */
export type ReadingFault = 'too-large' | 'too-slow' | 'incomplete'

export type ReadingLimits = {
  maxBytes: number
  /** Longest silence between two pieces. */
  stallMs: number
  /** Longest time for the whole file. */
  totalMs: number
}

export type IncomingBytes = { bytes: AsyncIterable<Uint8Array>; fault(): ReadingFault | undefined }

/**
 * Bytes from the network, cut off at one byte over the limit, on silence, or when the sender hangs
 * up. The source is left open: whoever owns it decides what happens to the rest.
 */
export function readWithin(
  source: AsyncIterable<Uint8Array>,
  limits: ReadingLimits,
): IncomingBytes {
  let fault: ReadingFault | undefined
  async function* bytes(): AsyncGenerator<Uint8Array> {
    const pieces = piecesBefore(source, limits)
    let received = 0
    for await (const piece of pieces) {
      if (typeof piece !== 'string') received += piece.byteLength
      fault = faultOf(piece, received > limits.maxBytes)
      if (fault || typeof piece === 'string') return
      yield piece
    }
  }
  return { bytes: bytes(), fault: () => fault }
}

function faultOf(piece: Uint8Array | ReadingFault, over: boolean): ReadingFault | undefined {
  if (typeof piece === 'string') return piece
  return over ? 'too-large' : undefined
}

/** The pieces in time; the reason comes last when they did not. */
async function* piecesBefore(
  source: AsyncIterable<Uint8Array>,
  limits: ReadingLimits,
): AsyncGenerator<Uint8Array | 'too-slow' | 'incomplete'> {
  const iterator = source[Symbol.asyncIterator]()
  const end = Date.now() + limits.totalMs
  for (;;) {
    const next = await nextBefore(iterator, Math.min(limits.stallMs, end - Date.now()))
    if (typeof next === 'string') return yield next
    if (next.done) return
    yield next.value
  }
}

type Next = IteratorResult<Uint8Array, unknown>

async function nextBefore(
  iterator: AsyncIterator<Uint8Array>,
  ms: number,
): Promise<Next | 'too-slow' | 'incomplete'> {
  let timer: NodeJS.Timeout | undefined
  const silence = new Promise<'too-slow'>((settle) => {
    timer = setTimeout(() => settle('too-slow'), Math.max(ms, 0))
  })
  const piece = iterator.next().catch(() => 'incomplete' as const)
  try {
    return await Promise.race([piece, silence])
  } finally {
    clearTimeout(timer)
  }
}
