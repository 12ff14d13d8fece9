import { createHash } from 'node:crypto'
import { db, inTransaction } from '@/db/client'
import { changeBytes } from '@/db/queries/file-checks'
import { type FileRow, findFile, findPaperForUpdate } from '@/db/queries/files'
import { promiseJobs } from '@/db/queries/jobs'
import { readFileBytes, removeFile, storageKeyOf, writeOnce } from '@/lib/files/store'
import { turnPage } from '@/lib/files/turn-page'
import { log } from '@/lib/server/log'
import { newId } from '@/lib/shared/ids'

/**
 * Job 'turn-page': turns a page of a file that waits for it in quarantine, as new stored bytes, and sends
 * it to the scanner. What was filed meanwhile stays as it was sent, for its hash stands in the record; what
 * cannot be turned stays as it is, too.
 */
export async function turnStoredPage(turn: {
  fileId: string
  paperId: string
  page: number
}): Promise<void> {
  const file = await findFile(db, turn.fileId)
  if (file?.state !== 'received') return
  const turned = await turnPage(await readFileBytes(file.storageKey), { ...file, page: turn.page })
  if (!turned) log.warn({ fileId: file.id }, 'a page could not be turned')
  const storageKey = storageKeyOf(newId())
  if (turned) await writeOnce(storageKey, turned)
  const isTaken = await settle(file, turn.paperId, turned && { bytes: turned, storageKey })
  if (turned) await removeFile(isTaken ? file.storageKey : storageKey)
}

type Turned = { bytes: Uint8Array; storageKey: string }

function settle(file: FileRow, paperId: string, turned: Turned | undefined): Promise<boolean> {
  return inTransaction(async (tx) => {
    const paper = await findPaperForUpdate(tx, paperId)
    const isOpen = paper !== undefined && paper.dossierId === null
    const taken =
      turned !== undefined &&
      isOpen &&
      (await changeBytes(tx, file, {
        storageKey: turned.storageKey,
        size: turned.bytes.byteLength,
        sha256: createHash('sha256').update(turned.bytes).digest('hex'),
      }))
    const key = `scan-file:${file.id}`
    await promiseJobs(tx, [{ kind: 'scan-file', payload: { fileId: file.id }, key }])
    return taken
  })
}
