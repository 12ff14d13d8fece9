import { asc, desc, eq } from 'drizzle-orm'
import type { Queryable, Transaction } from '@/db/client'
import { dossierAnswers } from '@/db/schema/dossiers'
import { files, paperFiles, papers } from '@/db/schema/files'
import type { Answers } from '@/lib/procedures/answers'

export type AnswersVersion = { version: number; answers: Answers; createdAt: Date }

/** Every version of what was declared, oldest first, with identifiers sealed. */
export async function findAnswersVersions(
  tx: Queryable,
  dossierId: string,
): Promise<AnswersVersion[]> {
  return tx
    .select({
      version: dossierAnswers.version,
      answers: dossierAnswers.answers,
      createdAt: dossierAnswers.createdAt,
    })
    .from(dossierAnswers)
    .where(eq(dossierAnswers.dossierId, dossierId))
    .orderBy(asc(dossierAnswers.version))
}

/** The newest version of what was declared; every dossier has one. */
export async function getNewestAnswers(tx: Queryable, dossierId: string): Promise<AnswersVersion> {
  const [row] = await tx
    .select({
      version: dossierAnswers.version,
      answers: dossierAnswers.answers,
      createdAt: dossierAnswers.createdAt,
    })
    .from(dossierAnswers)
    .where(eq(dossierAnswers.dossierId, dossierId))
    .orderBy(desc(dossierAnswers.version))
    .limit(1)
  if (!row) throw new Error(`dossier ${dossierId} has no answers`)
  return row
}

export type PaperVersion = {
  paperId: string
  slotKey: string
  version: number
  source: (typeof papers.$inferSelect)['source']
  supersededAt: Date | null
  files: VersionFile[]
}
export type VersionFile = {
  fileId: string
  name: string
  sha256: string
  size: number
  mediaType: string
  fromPaperId: string | null
  fromDocumentId: string | null
}

/** Every version of every paper of a dossier, slot by slot, oldest first. */
export async function findPaperVersions(tx: Queryable, dossierId: string): Promise<PaperVersion[]> {
  const rows = await tx
    .select({ paper: papers, file: files, held: paperFiles })
    .from(papers)
    .leftJoin(paperFiles, eq(paperFiles.paperId, papers.id))
    .leftJoin(files, eq(files.id, paperFiles.fileId))
    .where(eq(papers.dossierId, dossierId))
    .orderBy(asc(papers.slotKey), asc(papers.version), asc(paperFiles.position))
  const found = new Map<string, PaperVersion>()
  for (const { paper, file, held } of rows) {
    const { id: paperId, slotKey, version, source, supersededAt } = paper
    const known = found.get(paperId) ?? {
      paperId,
      slotKey,
      version,
      source,
      supersededAt,
      files: [],
    }
    found.set(paperId, known)
    if (!file || file.state === 'rejected') continue
    const { id: fileId, name, sha256, size, mediaType } = file
    const { fromPaperId = null, fromDocumentId = null } = held ?? {}
    known.files.push({ fileId, name, sha256, size, mediaType, fromPaperId, fromDocumentId })
  }
  return [...found.values()]
}

/** A paper of a working copy becomes the dossier's next version of its slot. */
export async function filePaperVersion(
  tx: Transaction,
  paperId: string,
  filed: { dossierId: string; version: number; createdAt: Date },
): Promise<void> {
  await tx.update(papers).set(filed).where(eq(papers.id, paperId))
}

/** Takes a paper of a working copy away; its files stay where else they are held. */
export async function dropPaper(tx: Transaction, paperId: string): Promise<void> {
  await tx.delete(paperFiles).where(eq(paperFiles.paperId, paperId))
  await tx.delete(papers).where(eq(papers.id, paperId))
}
