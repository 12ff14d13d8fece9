import { inTransaction, type Transaction } from '@/db/client'
import {
  addPaperFile,
  type FileRow,
  findFile,
  findPaperExtent,
  findPaperFiles,
  insertFile,
} from '@/db/queries/files'
import { promiseJobs } from '@/db/queries/jobs'
import { openPaper } from '@/lib/drafts/open-paper'
import type { OpenSlot, SlotRefusal } from '@/lib/drafts/paper-slot'
import { MEGABYTE } from '@/lib/files/intake'
import { findMediaKind } from '@/lib/files/media-kinds'
import { readFileBytes, removeFile, storageKeyOf, writeOnce } from '@/lib/files/store'
import type { UploadPaper } from '@/lib/procedures/shape/paper'
import { documentIdOf, paperIdOf, type StoreItem } from '@/lib/reuse/store'
import { log } from '@/lib/server/log'
import { newId } from '@/lib/shared/ids'
import { accept, type Result, refuse } from '@/lib/shared/result'

export type TakeRefusal =
  | SlotRefusal
  /** It has ended, or is suspended or revoked. */
  | { code: 'not-usable' }
  /** The slot takes no such files, or not so many. */
  | { code: 'does-not-fit' }
  /** The disk is full, or the bytes of the result cannot be read. */
  | { code: 'not-copied' }

type Taking = { slot: OpenSlot; item: StoreItem; at: Date }

/**
 * Puts a paper of the owner's store into a slot of their draft, with where it came from. Files of an earlier
 * dossier are shared; a result of this portal is copied byte for byte, so that its signatures still hold.
 * What is in the slot already stays; taken twice, it is there once.
 */
export async function takeIntoSlot(
  taking: Taking,
): Promise<Result<{ files: number }, TakeRefusal>> {
  const { item, at } = taking
  if (item.standing !== 'usable') return refuse({ code: 'not-usable' })
  const copied = await copyIfResult(item, at)
  if (!copied.ok) return copied
  const copy = copied.value
  let taken: Result<{ files: number }, TakeRefusal> | undefined
  try {
    taken = await inTransaction((tx) => put(tx, taking, copy))
    return taken
  } finally {
    const isKept = taken?.ok && taken.value.files > 0
    if (copy && !isKept) await removeFile(copy.storageKey)
  }
}

/** Whether a slot could take all files of an item. */
export function fitsSlot({ files }: StoreItem, rules: UploadPaper): boolean {
  const isTaken = ({ mediaType, size }: StoreItem['files'][number]) => {
    const kind = findMediaKind(mediaType)
    return kind !== undefined && rules.accept.includes(kind) && size <= rules.maxSizeMb * MEGABYTE
  }
  return files.length <= rules.maxFiles && files.every(isTaken)
}

async function put(
  tx: Transaction,
  { slot, item, at }: Taking,
  copy: FileRow | undefined,
): Promise<Result<{ files: number }, TakeRefusal>> {
  const closed = await slot.lock(tx)
  if (closed) return refuse(closed)
  if (!fitsSlot(item, slot.rules)) return refuse({ code: 'does-not-fit' })
  const paperId = await openPaper(tx, { slot, at })
  const there = await findPaperFiles(tx, paperId)
  const isThere = (file: { id: string; sha256?: string }) =>
    there.some(({ id, sha256 }) => id === file.id || sha256 === file.sha256)
  const fresh = (copy ? [copy] : item.files).filter((file) => !isThere(file))
  const extent = await findPaperExtent(tx, paperId)
  if (extent.files + fresh.length > slot.rules.maxFiles) return refuse({ code: 'does-not-fit' })
  if (copy && fresh.length > 0) await keepCopy(tx, copy)
  for (const [index, { id: fileId }] of fresh.entries()) {
    const position = extent.nextPosition + index
    await addPaperFile(tx, {
      paperId,
      fileId,
      position,
      fromPaperId: paperIdOf(item.key),
      fromDocumentId: documentIdOf(item.key),
    })
  }
  return accept({ files: fresh.length })
}

/** Files of an earlier dossier need no copy. A fault of the disk is told, and noted for whoever runs it. */
async function copyIfResult(
  item: StoreItem,
  at: Date,
): Promise<Result<FileRow | undefined, TakeRefusal>> {
  if (!documentIdOf(item.key)) return accept(undefined)
  try {
    return accept(await copyOf(item, at))
  } catch (error) {
    log.error({ item: item.key, err: error }, 'a paper on file could not be copied')
    return refuse({ code: 'not-copied' })
  }
}

/** The bytes of a result once more: the document keeps its own, whatever becomes of the draft. */
async function copyOf(item: StoreItem, at: Date): Promise<FileRow> {
  const [held] = item.files
  const issued = held && (await getFile(held.id))
  if (!issued) throw new Error(`the result ${item.key} has no file`)
  const id = newId()
  const storageKey = storageKeyOf(id)
  await writeOnce(storageKey, await readFileBytes(issued.storageKey))
  const name = held.name.replaceAll('/', '-')
  return { ...issued, id, storageKey, name, pageCount: null, createdAt: at }
}

async function keepCopy(tx: Transaction, copy: FileRow): Promise<void> {
  await insertFile(tx, copy)
  const key = `render-pages:${copy.id}`
  await promiseJobs(tx, [{ kind: 'render-pages', payload: { fileId: copy.id }, key }])
}

function getFile(id: string): Promise<FileRow | undefined> {
  return inTransaction((tx) => findFile(tx, id))
}
