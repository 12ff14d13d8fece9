import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import type { Queryable } from '@/db/client'
import { fileOrigin, originColumns } from '@/db/queries/paper-origin'
import { type DigitisedPaper, filePages, files, paperFiles, papers } from '@/db/schema/files'
import type { Origin } from '@/lib/procedures/known-values'

export type PaperPage = { page: number; width: number; height: number }
export type PaperFile = {
  fileId: string
  name: string
  size: number
  sha256: string
  mediaType: string
  state: 'received' | 'clean' | 'rejected'
  pages: PaperPage[]
  /** Where it was on file before; null for an upload. */
  origin: Origin | null
}
export type FiledPaper = {
  paperId: string
  slotKey: string
  source: string
  /** What an officer recorded from it. */
  digitised: DigitisedPaper | null
  files: PaperFile[]
}

/** The papers that count, slot by slot, each file with its page images. */
export async function findFiledPapers(tx: Queryable, dossierId: string): Promise<FiledPaper[]> {
  const rows = await tx
    .select({ paper: papers, file: files, ...originColumns })
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
  for (const { paper: row, file, ...from } of rows) {
    const { id: paperId, slotKey, source, digitised } = row
    const paper = bySlot.get(slotKey) ?? { paperId, slotKey, source, digitised, files: [] }
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
      origin: fileOrigin(from),
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
