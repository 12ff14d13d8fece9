import { and, asc, desc, eq, isNull, max, ne, notExists, or, sql } from 'drizzle-orm'
import type { Queryable, Transaction } from '@/db/client'
import { fileOrigin, originColumns } from '@/db/queries/paper-origin'
import { documentFiles } from '@/db/schema/documents'
import { filePages, files, paperFiles, papers } from '@/db/schema/files'
import { turnFiles } from '@/db/schema/turns'
import type { Origin } from '@/lib/procedures/known-values'

export type FileRow = typeof files.$inferSelect
export type PaperRow = typeof papers.$inferSelect

export type AttachedFile = Pick<
  FileRow,
  'id' | 'name' | 'size' | 'sha256' | 'mediaType' | 'state' | 'rejectedReason' | 'pageCount'
> & {
  /** Where it was on file before; null for an upload. */
  origin: Origin | null
}
/** The paper in one slot of a draft with its files in order. */
export type AttachedPaper = {
  paperId: string
  slotKey: string
  source: PaperRow['source']
  files: AttachedFile[]
}

/** What the page of a draft needs to know of a file. */
export function attachedFile(row: FileRow, origin: Origin | null = null): AttachedFile {
  const { id, name, size, sha256, mediaType, state, rejectedReason, pageCount } = row
  return { id, name, size, sha256, mediaType, state, rejectedReason, pageCount, origin }
}

export async function insertFile(tx: Queryable, row: FileRow): Promise<void> {
  await tx.insert(files).values(row)
}

export async function findFile(tx: Queryable, id: string): Promise<FileRow | undefined> {
  const [row] = await tx.select().from(files).where(eq(files.id, id))
  return row
}

/** The papers of a draft that count, in the order in which they were begun. */
export async function findDraftPapers(tx: Queryable, draftId: string): Promise<AttachedPaper[]> {
  const rows = await tx
    .select({
      paperId: papers.id,
      slotKey: papers.slotKey,
      source: papers.source,
      file: files,
      ...originColumns,
    })
    .from(papers)
    .innerJoin(paperFiles, eq(paperFiles.paperId, papers.id))
    .innerJoin(files, eq(files.id, paperFiles.fileId))
    .where(and(eq(papers.draftId, draftId), isNull(papers.supersededAt)))
    .orderBy(asc(papers.createdAt), asc(papers.id), asc(paperFiles.position))
  const found = new Map<string, AttachedPaper>()
  for (const { paperId, slotKey, source, file, ...from } of rows) {
    const paper = found.get(paperId) ?? { paperId, slotKey, source, files: [] }
    found.set(paperId, paper)
    paper.files.push(attachedFile(file, fileOrigin(from)))
  }
  return [...found.values()]
}

/** The uploaded paper that a slot of a draft holds now; the caller holds the draft's lock. */
export async function findOpenPaper(
  tx: Transaction,
  draftId: string,
  slotKey: string,
): Promise<PaperRow | undefined> {
  const [row] = await tx
    .select()
    .from(papers)
    .where(
      and(
        eq(papers.draftId, draftId),
        eq(papers.slotKey, slotKey),
        eq(papers.source, 'upload'),
        isNull(papers.supersededAt),
      ),
    )
    .orderBy(desc(papers.version))
    .limit(1)
  return row
}

/** A paper, locked until the transaction ends. */
export async function findPaperForUpdate(
  tx: Transaction,
  id: string,
): Promise<PaperRow | undefined> {
  const [row] = await tx.select().from(papers).where(eq(papers.id, id)).for('update')
  return row
}

export async function insertPaper(
  tx: Transaction,
  paper: typeof papers.$inferInsert,
): Promise<void> {
  await tx.insert(papers).values(paper)
}

/** A newer version stands in its place from now on; the old one stays on record. */
export async function supersedePaper(tx: Transaction, paperId: string, at: Date): Promise<void> {
  await tx.update(papers).set({ supersededAt: at }).where(eq(papers.id, paperId))
}

/** How many files of a paper count (rejected ones do not), and the place after the last one. */
export async function findPaperExtent(
  tx: Queryable,
  paperId: string,
): Promise<{ files: number; nextPosition: number }> {
  const [row] = await tx
    .select({
      files: sql<number>`(count(*) filter (where ${files.state} <> 'rejected'))::int`,
      last: max(paperFiles.position),
    })
    .from(paperFiles)
    .innerJoin(files, eq(files.id, paperFiles.fileId))
    .where(eq(paperFiles.paperId, paperId))
  return { files: row?.files ?? 0, nextPosition: (row?.last ?? 0) + 1 }
}

export async function addPaperFile(
  tx: Transaction,
  row: typeof paperFiles.$inferInsert,
): Promise<void> {
  await tx.insert(paperFiles).values(row)
}

/** The place of a file in a paper; missing when it is not in it. */
export async function findPaperPlace(
  tx: Queryable,
  paperId: string,
  fileId: string,
): Promise<number | undefined> {
  const [row] = await tx
    .select({ position: paperFiles.position })
    .from(paperFiles)
    .where(and(eq(paperFiles.paperId, paperId), eq(paperFiles.fileId, fileId)))
  return row?.position
}

/** The files of one paper in order. */
export async function findPaperFiles(tx: Queryable, paperId: string): Promise<FileRow[]> {
  const rows = await tx
    .select({ file: files })
    .from(paperFiles)
    .innerJoin(files, eq(files.id, paperFiles.fileId))
    .where(eq(paperFiles.paperId, paperId))
    .orderBy(asc(paperFiles.position))
  return rows.map((row) => row.file)
}

/** Where the files of a paper were on file before; nothing when any of them was uploaded. */
export async function findOriginOfPaper(
  tx: Queryable,
  paperId: string,
): Promise<Pick<typeof paperFiles.$inferSelect, 'fromPaperId' | 'fromDocumentId'>> {
  const rows = await tx
    .selectDistinct({
      fromPaperId: paperFiles.fromPaperId,
      fromDocumentId: paperFiles.fromDocumentId,
    })
    .from(paperFiles)
    .where(eq(paperFiles.paperId, paperId))
  const [only] = rows
  return only && rows.length === 1 ? only : { fromPaperId: null, fromDocumentId: null }
}

/** Takes a file out of a paper; false when it was not in it. */
export async function takePaperFile(
  tx: Transaction,
  paperId: string,
  fileId: string,
): Promise<boolean> {
  const taken = await tx
    .delete(paperFiles)
    .where(and(eq(paperFiles.paperId, paperId), eq(paperFiles.fileId, fileId)))
    .returning({ fileId: paperFiles.fileId })
  return taken.length === 1
}

/**
 * Deletes a file that no paper and no document of ours holds any more, with its pages; the keys of the bytes
 * to remove.
 */
export async function deleteLooseFile(tx: Transaction, fileId: string): Promise<string[]> {
  const [holder] = await tx
    .select({ paperId: paperFiles.paperId })
    .from(paperFiles)
    .where(eq(paperFiles.fileId, fileId))
    .limit(1)
  const [document] = await tx
    .select({ id: documentFiles.documentId })
    .from(documentFiles)
    .where(eq(documentFiles.fileId, fileId))
    .limit(1)
  if (holder || document) return []
  const pages = await tx
    .delete(filePages)
    .where(eq(filePages.fileId, fileId))
    .returning({ storageKey: filePages.storageKey })
  const removed = await tx
    .delete(files)
    .where(eq(files.id, fileId))
    .returning({ storageKey: files.storageKey })
  return [...pages, ...removed].map((row) => row.storageKey)
}

/** What a person's uploads weigh that are not part of a dossier yet, refused ones left out. */
export async function sumLooseUploads(
  tx: Queryable,
  personId: string,
): Promise<{ files: number; bytes: number }> {
  const [row] = await tx
    .select({
      files: sql<number>`count(distinct ${files.id})::int`,
      bytes: sql<number>`coalesce(sum(${files.size}), 0)::float8`,
    })
    .from(files)
    .leftJoin(paperFiles, eq(paperFiles.fileId, files.id))
    .leftJoin(papers, eq(papers.id, paperFiles.paperId))
    .where(
      and(
        eq(files.uploadedBy, personId),
        ne(files.state, 'rejected'),
        or(isNull(papers.id), isNull(papers.dossierId)),
        notExists(tx.select({ one: sql`1` }).from(turnFiles).where(eq(turnFiles.fileId, files.id))),
      ),
    )
  return row ?? { files: 0, bytes: 0 }
}

/** One person's uploads wait for each other here, so that together they keep to the quota. */
export async function lockUploadsOf(tx: Transaction, personId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`uploads:${personId}`}, 0))`)
}

/** Where a file is used: as a paper, which a dossier may share with another, or in a turn that it came with. */
export async function findPlacesOfFile(
  tx: Queryable,
  fileId: string,
): Promise<{ draftId: string | null; dossierId: string | null; slotKey: string | null }[]> {
  const held = await tx
    .selectDistinct({
      draftId: papers.draftId,
      dossierId: papers.dossierId,
      slotKey: papers.slotKey,
    })
    .from(paperFiles)
    .innerJoin(papers, eq(papers.id, paperFiles.paperId))
    .where(eq(paperFiles.fileId, fileId))
  const turns = await tx
    .selectDistinct({ dossierId: turnFiles.dossierId })
    .from(turnFiles)
    .where(eq(turnFiles.fileId, fileId))
  return [...held, ...turns.map(({ dossierId }) => ({ draftId: null, dossierId, slotKey: null }))]
}
