import { eq } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { deleteLooseFile } from '@/db/queries/files'
import { draftChanges, drafts } from '@/db/schema/drafts'
import { paperFiles, papers } from '@/db/schema/files'

/** Deletes a draft with its papers; the keys of the bytes that nothing else needs. */
export async function deleteDraft(tx: Transaction, draftId: string): Promise<string[]> {
  const held = await tx
    .select({ paperId: papers.id, fileId: paperFiles.fileId })
    .from(papers)
    .leftJoin(paperFiles, eq(paperFiles.paperId, papers.id))
    .where(eq(papers.draftId, draftId))
  const storageKeys: string[] = []
  for (const paperId of new Set(held.map((row) => row.paperId))) {
    await tx.delete(paperFiles).where(eq(paperFiles.paperId, paperId))
  }
  await tx.delete(papers).where(eq(papers.draftId, draftId))
  for (const fileId of new Set(held.flatMap((row) => row.fileId ?? []))) {
    storageKeys.push(...(await deleteLooseFile(tx, fileId)))
  }
  await tx.delete(draftChanges).where(eq(draftChanges.draftId, draftId))
  await tx.delete(drafts).where(eq(drafts.id, draftId))
  return storageKeys
}
