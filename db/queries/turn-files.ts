import { and, asc, eq } from 'drizzle-orm'
import type { Queryable, Transaction } from '@/db/client'
import type { FileRow } from '@/db/queries/files'
import { files } from '@/db/schema/files'
import { turnFiles } from '@/db/schema/turns'

export type TurnFileOwner = (typeof turnFiles.$inferSelect)['owner']
export type TurnFilePlace = { owner: TurnFileOwner; ownerId: string }

/** Adds a file to a turn; one that is there stays as it is. */
export async function addTurnFile(
  tx: Transaction,
  row: typeof turnFiles.$inferInsert,
): Promise<void> {
  await tx.insert(turnFiles).values(row).onConflictDoNothing()
}

/** The files of one turn in the order of their coming. */
export async function findTurnFiles(
  tx: Queryable,
  { owner, ownerId }: TurnFilePlace,
): Promise<FileRow[]> {
  const rows = await tx
    .select({ file: files })
    .from(turnFiles)
    .innerJoin(files, eq(files.id, turnFiles.fileId))
    .where(and(eq(turnFiles.owner, owner), eq(turnFiles.ownerId, ownerId)))
    .orderBy(asc(turnFiles.addedAt), asc(files.id))
  return rows.map(({ file }) => file)
}

/** Takes a file out of a turn; false when it was not in it. */
export async function takeTurnFile(
  tx: Transaction,
  { owner, ownerId }: TurnFilePlace,
  fileId: string,
): Promise<boolean> {
  const taken = await tx
    .delete(turnFiles)
    .where(
      and(eq(turnFiles.owner, owner), eq(turnFiles.ownerId, ownerId), eq(turnFiles.fileId, fileId)),
    )
    .returning({ fileId: turnFiles.fileId })
  return taken.length === 1
}
