import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'
import { findMediaKind } from '@/lib/files/media-kinds'

const QUARTER = 90
const QUALITY = 92
const SECONDS = 30
const MILLISECONDS = 1000

/**
 * The file with one page (from 1) turned a quarter to the right; undefined when it cannot be done. A
 * photograph loses its metadata with it: where and with what it was taken is nobody's business. A PDF is
 * read in a process that may do nothing else: one made to break its reader breaks that process only.
 */
export async function turnPage(
  bytes: Uint8Array,
  { mediaType, page }: { mediaType: string; page: number },
): Promise<Uint8Array | undefined> {
  try {
    switch (findMediaKind(mediaType)) {
      case 'pdf':
        return await turnInPdf(bytes, page)
      case 'jpeg':
        return await upright(bytes).jpeg({ quality: QUALITY }).toBuffer()
      case 'png':
        return await upright(bytes).png().toBuffer()
      default:
        return undefined
    }
  } catch {
    return undefined
  }
}

/** By its EXIF note first, so that "a quarter to the right" is meant as it was seen. */
function upright(photo: Uint8Array) {
  return sharp(photo, { failOn: 'truncated' })
    .timeout({ seconds: SECONDS })
    .autoOrient()
    .rotate(QUARTER)
}

async function turnInPdf(bytes: Uint8Array, page: number): Promise<Uint8Array | undefined> {
  const turner = startTurner(page)
  const late = setTimeout(() => turner.kill('SIGKILL'), SECONDS * MILLISECONDS)
  const ended = new Promise<number | null>((settle) => turner.once('close', settle))
  // The turner may be gone before it has read everything.
  turner.stdin.on('error', () => undefined)
  Readable.from([bytes]).pipe(turner.stdin)
  try {
    const turned = await buffer(turner.stdout)
    return (await ended) === 0 ? turned : undefined
  } finally {
    clearTimeout(late)
    turner.kill('SIGKILL')
  }
}

function startTurner(page: number) {
  const program = fileURLToPath(new URL('./page-turner.ts', import.meta.url))
  const house = join(dirname(program), '../..')
  const packages = packagesAround(createRequire(import.meta.url).resolve('pdf-lib'))
  const readable = [program, join(house, 'package.json'), join(packages, '*')]
  return spawn(
    process.execPath,
    [
      '--permission',
      ...readable.map((path) => `--allow-fs-read=${path}`),
      '--max-old-space-size=512',
      '--disable-warning=ExperimentalWarning',
      program,
      String(page),
    ],
    { stdio: ['pipe', 'pipe', 'ignore'], env: { NODE_ENV: 'production' }, cwd: house },
  )
}

/** pdf-lib brings packages of its own, which lie beside it. */
function packagesAround(path: string): string {
  const folder = 'node_modules'
  return path.slice(0, path.lastIndexOf(folder) + folder.length)
}
