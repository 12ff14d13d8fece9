import { open } from 'node:fs/promises'
import { fileTypeFromBuffer } from 'file-type'
import { inspectImage } from '@/lib/files/inspect-image'
import { inspectPdf } from '@/lib/files/inspect-pdf'
import { inspectSpreadsheet } from '@/lib/files/inspect-spreadsheet'
import { isPlainText } from '@/lib/files/inspect-text'
import { findMediaKind, type MediaKind } from '@/lib/files/media-kinds'
import { readBytesAt } from '@/lib/files/read-part'
import type { ContentRefusal } from '@/lib/files/upload-refusal'

const HEAD_BYTES = 4100

export type FileToInspect = { path: string; size: number; accept: readonly MediaKind[] }
export type Inspection = { kind: MediaKind } | { refusal: ContentRefusal }

/** What a file is by its bytes, whatever its name says, and whether it may be taken. */
export async function inspectFile(subject: FileToInspect): Promise<Inspection> {
  const file = await open(subject.path, 'r')
  try {
    const kind = await sniff(await readBytesAt(file, 0, HEAD_BYTES), subject)
    if (!kind || !subject.accept.includes(kind)) {
      return { refusal: { code: 'type-not-allowed', accept: [...subject.accept] } }
    }
    const refusal = await inspectors[kind]({ ...subject, file })
    return refusal ? { refusal } : { kind }
  } finally {
    await file.close()
  }
}

type Opened = FileToInspect & { file: Awaited<ReturnType<typeof open>> }

const inspectors: Record<MediaKind, (opened: Opened) => Promise<ContentRefusal | undefined>> = {
  pdf: ({ file, size }) => inspectPdf(file, size),
  jpeg: (opened) => inspectImage({ ...opened, kind: 'jpeg' }),
  png: (opened) => inspectImage({ ...opened, kind: 'png' }),
  xlsx: ({ file, size }) => inspectSpreadsheet(file, size),
  csv: async () => undefined,
}

async function sniff(head: Uint8Array, subject: FileToInspect): Promise<MediaKind | undefined> {
  const found = (await fileTypeFromBuffer(head))?.mime
  // The first entries of a workbook may lie beyond the head; its directory is looked at later.
  if (found === 'application/zip') return 'xlsx'
  if (found !== undefined) return findMediaKind(found)
  const mayBeText = subject.accept.includes('csv') && (await isPlainText(subject.path))
  return mayBeText ? 'csv' : undefined
}
