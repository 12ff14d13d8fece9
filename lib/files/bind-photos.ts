import { createHash } from 'node:crypto'
import { db, inTransaction } from '@/db/client'
import {
  addPaperFile,
  type FileRow,
  findOriginOfPaper,
  findPaperFiles,
  findPaperForUpdate,
  insertFile,
  insertPaper,
  type PaperRow,
  supersedePaper,
} from '@/db/queries/files'
import { promiseJobs } from '@/db/queries/jobs'
import { mediaKinds } from '@/lib/files/media-kinds'
import { photosToPdf } from '@/lib/files/photos-to-pdf'
import { readFileBytes, removeFile, storageKeyOf, writeOnce } from '@/lib/files/store'
import { newId } from '@/lib/shared/ids'

const PHOTOS: readonly string[] = [mediaKinds.jpeg.mediaType, mediaKinds.png.mediaType]

/**
 * Makes one PDF of a paper that was sent as several photographs, as the paper's next version; the
 * photographs stay on record under the version before. Does nothing when the paper is anything
 * else or when it was done before; 'waiting' while a photograph is still in quarantine.
 */
export async function bindPhotos(paperId: string, at: Date): Promise<'settled' | 'waiting'> {
  const photos = await findPaperFiles(db, paperId)
  const onlyPhotos = photos.every(({ mediaType }) => PHOTOS.includes(mediaType))
  if (photos.length < 2 || !onlyPhotos) return 'settled'
  if (photos.some(({ state }) => state === 'received')) return 'waiting'
  if (photos.some(({ state }) => state !== 'clean')) return 'settled'
  const file = await storeBook(photos, at)
  const done = await replacePaper(paperId, file)
  if (!done) await removeFile(file.storageKey)
  return 'settled'
}

async function storeBook(photos: FileRow[], at: Date): Promise<FileRow> {
  const bytes = await Promise.all(photos.map(({ storageKey }) => readFileBytes(storageKey)))
  const id = newId()
  const name = bookName(photos)
  const pdf = await photosToPdf(bytes, { title: name, at })
  const storageKey = storageKeyOf(id)
  await writeOnce(storageKey, pdf)
  return {
    id,
    uploadedBy: photos[0]?.uploadedBy ?? null,
    name,
    size: pdf.byteLength,
    sha256: createHash('sha256').update(pdf).digest('hex'),
    mediaType: mediaKinds.pdf.mediaType,
    state: 'clean',
    rejectedReason: null,
    scannedBy: 'own-document',
    storageKey,
    pageCount: null,
    createdAt: at,
  }
}

function replacePaper(paperId: string, file: FileRow): Promise<boolean> {
  return inTransaction(async (tx) => {
    const paper = await findPaperForUpdate(tx, paperId)
    if (!paper || paper.supersededAt) return false
    const next = nextVersion(paper, file.createdAt)
    await supersedePaper(tx, paperId, file.createdAt)
    await insertPaper(tx, next)
    await insertFile(tx, file)
    const origin = await findOriginOfPaper(tx, paperId)
    await addPaperFile(tx, { paperId: next.id, fileId: file.id, position: 1, ...origin })
    const key = `render-pages:${file.id}`
    await promiseJobs(tx, [{ kind: 'render-pages', payload: { fileId: file.id }, key }])
    return true
  })
}

function nextVersion(paper: PaperRow, at: Date): PaperRow {
  return { ...paper, id: newId(), version: paper.version + 1, createdAt: at, supersededAt: null }
}

function bookName(photos: FileRow[]): string {
  const first = photos[0]?.name.replace(/\.[^.]+$/, '') ?? 'anh-chup'
  return `${first} (${photos.length} ảnh).pdf`
}
