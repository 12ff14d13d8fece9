import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'

const HEAD_BYTES = 16
const BYTES_PER_PIXEL = 4
// Width and height are rounded after the limits were applied.
const ROUNDING = 1.1

export type PaintLimits = {
  /** Resolution on paper; large pages get less, so that `maxPixels` and `maxSide` are kept. */
  dpi: number
  maxPages: number
  maxPixels: number
  maxSide: number
  /** Bytes that the renderer may use for one document. */
  maxMemory: number
  /** Longest time for one page, and for all of them. */
  pageMs: number
  totalMs: number
}

/** What a page of the applicant costs at most. */
export const usualPaintLimits: PaintLimits = {
  dpi: 110,
  maxPages: 50,
  maxPixels: 4_000_000,
  maxSide: 8_000,
  maxMemory: 512 * 1024 * 1024,
  pageMs: 20_000,
  totalMs: 120_000,
}

export type PaintedPage = {
  page: number
  width: number
  height: number
  /** RGBA, four bytes a pixel. */
  pixels: Buffer
}

/** `total` is the number of pages of the document, 0 when it could not be opened. */
export type PaintOutcome = {
  total: number
  end: 'complete' | 'unreadable' | 'too-slow' | 'crashed'
}

/**
 * Paints the pages of a PDF in a process of its own that may read nothing but its program, write
 * nothing, start nothing, and knows no setting: a document made to break the renderer breaks that
 * process only. `keep` gets one page after the other; a page that cannot be painted is left out.
 */
export async function paintPages(
  pdf: Readable,
  keep: (page: PaintedPage) => Promise<void>,
  limits: PaintLimits = usualPaintLimits,
): Promise<PaintOutcome> {
  const painter = startPainter(limits)
  const watch = watchTime(limits, () => painter.kill('SIGKILL'))
  const ended = new Promise<number | null>((settle) => painter.once('close', settle))
  pdf.on('error', () => painter.kill('SIGKILL')).pipe(painter.stdin)
  // The painter may be gone before it has read everything.
  painter.stdin.on('error', () => pdf.destroy())
  let total = 0
  try {
    for await (const painted of readPages(painter.stdout, limits)) {
      total = painted.total
      watch.pageDone()
      if (painted.page.width > 0) await keep(painted.page)
    }
    const code = await ended
    return { total, end: watch.ranOut() ? 'too-slow' : ends(code) }
  } finally {
    watch.stop()
    painter.kill('SIGKILL')
    pdf.destroy()
  }
}

function ends(code: number | null): PaintOutcome['end'] {
  if (code === 0) return 'complete'
  return code === 3 ? 'unreadable' : 'crashed'
}

function startPainter(limits: PaintLimits) {
  const program = fileURLToPath(new URL('./page-painter.ts', import.meta.url))
  const pdfium = dirname(createRequire(import.meta.url).resolve('@hyzyla/pdfium/pdfium.wasm'))
  const house = join(dirname(program), '../..')
  const readable = [program, join(house, 'package.json'), join(pdfium, '..', '*')]
  return spawn(
    process.execPath,
    [
      '--permission',
      ...readable.map((path) => `--allow-fs-read=${path}`),
      '--max-old-space-size=192',
      '--disable-warning=ExperimentalWarning',
      program,
      JSON.stringify(limits),
    ],
    { stdio: ['pipe', 'pipe', 'ignore'], env: { NODE_ENV: 'production' }, cwd: house },
  )
}

function watchTime({ pageMs, totalMs }: PaintLimits, kill: () => void) {
  let ranOut = false
  const end = () => {
    ranOut = true
    kill()
  }
  const whole = setTimeout(end, totalMs)
  const page = setTimeout(end, pageMs)
  return {
    pageDone: () => page.refresh(),
    ranOut: () => ranOut,
    stop: () => {
      clearTimeout(whole)
      clearTimeout(page)
    },
  }
}

async function* readPages(
  output: Readable,
  limits: PaintLimits,
): AsyncGenerator<{ total: number; page: PaintedPage }> {
  const take = byteReader(output)
  for (;;) {
    const head = await take(HEAD_BYTES)
    if (!head) return
    const width = head.readUInt32LE(8)
    const height = head.readUInt32LE(12)
    const area = width * height
    // The painter is not trusted either: what it announces must keep to its limits.
    if (area > limits.maxPixels * ROUNDING)
      throw new Error('the painter announced too large a page')
    const pixels = area > 0 ? await take(area * BYTES_PER_PIXEL) : Buffer.alloc(0)
    if (!pixels) return
    const page = { page: head.readUInt32LE(0), width, height, pixels }
    yield { total: head.readUInt32LE(4), page }
  }
}

type Take = (bytes: number) => Promise<Buffer | undefined>

/** Hands out exact numbers of bytes; undefined when the stream ends before. */
function byteReader(stream: Readable): Take {
  const incoming: AsyncIterator<Buffer> = stream[Symbol.asyncIterator]()
  let held: Buffer[] = []
  let size = 0
  return async (bytes) => {
    while (size < bytes) {
      const next = await incoming.next()
      if (next.done) return undefined
      held.push(next.value)
      size += next.value.length
    }
    const all = Buffer.concat(held, size)
    held = [all.subarray(bytes)]
    size -= bytes
    return all.subarray(0, bytes)
  }
}
