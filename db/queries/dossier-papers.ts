import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import type { Queryable } from '@/db/client'
import { filePages, files, paperFiles, papers } from '@/db/schema/files'

export type PaperPage = { page: number; width: number; height: number }
export type PaperFile = {
  fileId: string
  name: string
  size: number
  sha256: string
  mediaType: string
  state: 'received' | 'clean' | 'rejected'
  pages: PaperPage[]
}
export type FiledPaper = { slotKey: string; source: string; files: PaperFile[] }

/** The papers that count, slot by slot, each file with its page images. */
export async function findFiledPapers(tx: Queryable, dossierId: string): Promise<FiledPaper[]> {
  const rows = await tx
    .select({ slotKey: papers.slotKey, source: papers.source, file: files })
    .from(papers)
    .innerJoin(paperFiles, eq(paperFiles.paperId, papers.id))
    .innerJoin(files, eq(files.id, paperFiles.fileId))
    .where(and(eq(papers.dossierId, dossierId), isNull(papers.supersededAt)))
    .orderBy(asc(papers.createdAt), asc(paperFiles.position))
  const pages = await findPages(
    tx,
    rows.map((row) => row.file.id),
  )
  const bySlot = new Map<string, FiledPaper>()
  for (const { slotKey, source, file } of rows) {
    const paper = bySlot.get(slotKey) ?? { slotKey, source, files: [] }
    bySlot.set(slotKey, paper)
    const { id: fileId, name, size, sha256, mediaType, state } = file
    paper.files.push({
      fileId,
      name,
      size,
      sha256,
      mediaType,
      state,
      pages: pages.get(fileId) ?? [],
    })
  }
  return [...bySlot.values()]
}

async function findPages(tx: Queryable, fileIds: string[]): Promise<Map<string, PaperPage[]>> {
  const found = new Map<string, PaperPage[]>()
  if (fileIds.length === 0) return found
  const rows = await tx
    .select()
    .from(filePages)
    .where(inArray(filePages.fileId, fileIds))
    .orderBy(asc(filePages.fileId), asc(filePages.page))
  for (const { fileId, page, width, height } of rows)
    found.set(fileId, [...(found.get(fileId) ?? []), { page, width, height }])
  return found
}
