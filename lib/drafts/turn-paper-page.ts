import { db, inTransaction, type Transaction } from '@/db/client'
import {
  addPaperFile,
  deleteLooseFile,
  type FileRow,
  findFile,
  findOpenPaper,
  findPaperPlace,
  insertFile,
  takePaperFile,
} from '@/db/queries/files'
import { promiseJobs } from '@/db/queries/jobs'
import type { OpenSlot, SlotRefusal } from '@/lib/drafts/paper-slot'
import { filesInSlot } from '@/lib/drafts/view-slot'
import { findMediaKind } from '@/lib/files/media-kinds'
import { readFileBytes, removeFile, storageKeyOf, writeOnce } from '@/lib/files/store'
import { isSignedPdf, TURNABLE } from '@/lib/files/turnable'
import { newId } from '@/lib/shared/ids'
import { accept, type Result, refuse } from '@/lib/shared/result'

export type TurnRefusal =
  | SlotRefusal
  | { code: 'not-turnable'; name: string }
  | { code: 'signed-pdf'; name: string }
export type Turning = { fileId: string; page: number }

/**
 * Turns a page of a file in an open slot a quarter to the right. A copy takes the file's place at once and
 * waits in quarantine for the worker, since another draft or dossier may hold the same file; the old bytes
 * go when nobody holds them any more.
 */
export async function turnInSlot(
  slot: OpenSlot,
  { fileId, page }: Turning,
): Promise<Result<{ fileId: string }, TurnRefusal>> {
  const { files } = await filesInSlot(slot)
  const file = files.some(({ id }) => id === fileId) && (await findFile(db, fileId))
  if (!file) return refuse({ code: 'not-found' })
  const kind = findMediaKind(file.mediaType)
  const pages = file.pageCount ?? 0
  if (file.state !== 'clean' || !kind || !TURNABLE.includes(kind) || page < 1 || page > pages)
    return refuse({ code: 'not-turnable', name: file.name })
  const bytes = await readFileBytes(file.storageKey)
  if (kind === 'pdf' && isSignedPdf(bytes)) return refuse({ code: 'signed-pdf', name: file.name })
  const copy = copyOf(file)
  await writeOnce(copy.storageKey, bytes)
  const replaced = await inTransaction((tx) => replace(tx, slot, { file, copy, page }))
  const loose = replaced.ok ? replaced.value : [copy.storageKey]
  for (const storageKey of loose) await removeFile(storageKey)
  return replaced.ok ? accept({ fileId: copy.id }) : replaced
}

function copyOf(file: FileRow): FileRow {
  const id = newId()
  const quarantined = { state: 'received', scannedBy: null, pageCount: null } as const
  return { ...file, ...quarantined, id, storageKey: storageKeyOf(id) }
}

type Replacing = { file: FileRow; copy: FileRow; page: number }

async function replace(
  tx: Transaction,
  slot: OpenSlot,
  { file, copy, page }: Replacing,
): Promise<Result<string[], SlotRefusal>> {
  const closed = await slot.lock(tx)
  if (closed) return refuse(closed)
  const paper = await findOpenPaper(tx, slot.holderId, slot.slotKey)
  const position = paper && (await findPaperPlace(tx, paper.id, file.id))
  // A second press finds the copy of the first in its place.
  if (!paper || position === undefined || !(await takePaperFile(tx, paper.id, file.id)))
    return refuse({ code: 'not-found' })
  await insertFile(tx, copy)
  await addPaperFile(tx, { paperId: paper.id, fileId: copy.id, position })
  const payload = { fileId: copy.id, paperId: paper.id, page }
  await promiseJobs(tx, [{ kind: 'turn-page', payload, key: `turn-page:${copy.id}` }])
  return accept(await deleteLooseFile(tx, file.id))
}
