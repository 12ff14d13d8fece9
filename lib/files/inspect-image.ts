import type { FileHandle } from 'node:fs/promises'
import sharp from 'sharp'
import { endsAsArchive, readAt } from '@/lib/files/read-part'
import type { ContentRefusal } from '@/lib/files/upload-refusal'

const HEAD_BYTES = 1024

/**
 * Most pixels, in millions. A progressive JPEG and an interlaced PNG are held whole in memory while
 * they are decoded; 64 covers the full resolution of common telephones.
 */
const MOST_MEGAPIXELS = { jpeg: 64, png: 40 } as const

export type ImageToInspect = {
  kind: keyof typeof MOST_MEGAPIXELS
  path: string
  file: FileHandle
  size: number
}

/** What is wrong with a picture, told from its headers alone: nothing is decoded. */
export async function inspectImage(image: ImageToInspect): Promise<ContentRefusal | undefined> {
  const head = await readAt(image.file, 0, HEAD_BYTES)
  if (head.includes('%PDF-') || (await endsAsArchive(image.file, image.size))) {
    return { code: 'two-formats' }
  }
  const pixels = await countPixels(image.path)
  if (pixels === undefined) return { code: 'image-damaged' }
  const limitMegapixels = MOST_MEGAPIXELS[image.kind]
  return pixels > limitMegapixels * 1e6 ? { code: 'image-too-large', limitMegapixels } : undefined
}

async function countPixels(path: string): Promise<number | undefined> {
  try {
    const { width, height } = await sharp(path, { limitInputPixels: false }).metadata()
    return width * height
  } catch {
    return undefined
  }
}
