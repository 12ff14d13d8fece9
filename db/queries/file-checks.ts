import { and, eq } from 'drizzle-orm'
import type { Queryable, Transaction } from '@/db/client'
import { filePages, files } from '@/db/schema/files'

export type FilePageRow = typeof filePages.$inferSelect

export type ScanVerdict =
  | { state: 'clean'; scannedBy: string }
  | { state: 'rejected'; scannedBy: string; rejectedReason: string }

/** Ends the quarantine of a file; false when that had happened before. */
export async function settleScan(
  tx: Transaction,
  fileId: string,
  verdict: ScanVerdict,
): Promise<boolean> {
  const settled = await tx
    .update(files)
    .set(verdict)
    .where(and(eq(files.id, fileId), eq(files.state, 'received')))
    .returning({ id: files.id })
  return settled.length === 1
}

/** Takes a file back that turned out to be unreadable after its scan. */
export async function rejectFile(
  tx: Transaction,
  fileId: string,
  rejectedReason: string,
): Promise<void> {
  await tx.update(files).set({ state: 'rejected', rejectedReason }).where(eq(files.id, fileId))
}

/** Records page images; a page that is there already stays as it is. */
export async function keepFilePages(
  tx: Transaction,
  fileId: string,
  { pages, pageCount }: { pages: Omit<FilePageRow, 'fileId'>[]; pageCount: number },
): Promise<void> {
  if (pages.length > 0) {
    await tx
      .insert(filePages)
      .values(pages.map((page) => ({ ...page, fileId })))
      .onConflictDoNothing()
  }
  await tx.update(files).set({ pageCount }).where(eq(files.id, fileId))
}

export async function findFilePage(
  tx: Queryable,
  fileId: string,
  page: number,
): Promise<FilePageRow | undefined> {
  const [row] = await tx
    .select()
    .from(filePages)
    .where(and(eq(filePages.fileId, fileId), eq(filePages.page, page)))
  return row
}

/** Puts other bytes under a file in quarantine; false when others were put there before. */
export async function changeBytes(
  tx: Transaction,
  { id, storageKey }: { id: string; storageKey: string },
  bytes: { storageKey: string; size: number; sha256: string },
): Promise<boolean> {
  const changed = await tx
    .update(files)
    .set(bytes)
    .where(and(eq(files.id, id), eq(files.storageKey, storageKey), eq(files.state, 'received')))
    .returning({ id: files.id })
  return changed.length === 1
}
