import { db, inTransaction } from '@/db/client'
import { settleScan } from '@/db/queries/file-checks'
import { type FileRow, findFile } from '@/db/queries/files'
import { promiseJobs } from '@/db/queries/jobs'
import type { Scanner } from '@/lib/files/scanner'
import { builtInScanner } from '@/lib/files/scanners/built-in'
import { openFileStream, removeFile } from '@/lib/files/store'
import { log } from '@/lib/server/log'

/** Why a scanned file is rejected, for `files.rejectedReason` and the message about it. */
export const VIRUS = 'virus'

/**
 * Job 'scan-file': ends the quarantine of an upload. Clean files get their page pictures next; the
 * bytes of a rejected one are removed. Who let a file through stands in its row.
 * @throws when a scanner could not look; the file stays in quarantine and the job runs again
 */
export async function scanFile(
  fileId: string,
  scanners: readonly Scanner[] = [builtInScanner],
): Promise<void> {
  const file = await findFile(db, fileId)
  if (file?.state !== 'received') return
  const scannedBy = scanners.map((scanner) => scanner.name).join(' + ')
  const threat = await findThreat(file, scanners)
  if (threat === undefined) return letThrough(fileId, scannedBy)
  log.warn({ fileId, threat }, 'an upload is rejected')
  await inTransaction((tx) =>
    settleScan(tx, fileId, { state: 'rejected', scannedBy, rejectedReason: VIRUS }),
  )
  await removeFile(file.storageKey)
}

async function findThreat(
  file: FileRow,
  scanners: readonly Scanner[],
): Promise<string | undefined> {
  for (const scanner of scanners) {
    const outcome = await scanner.scan(await openFileStream(file.storageKey))
    if (!outcome.clean) return outcome.threat
  }
  return undefined
}

async function letThrough(fileId: string, scannedBy: string): Promise<void> {
  await inTransaction(async (tx) => {
    if (!(await settleScan(tx, fileId, { state: 'clean', scannedBy }))) return
    const key = `render-pages:${fileId}`
    await promiseJobs(tx, [{ kind: 'render-pages', payload: { fileId }, key }])
  })
}
