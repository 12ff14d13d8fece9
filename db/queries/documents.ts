import { and, asc, desc, eq, sql } from 'drizzle-orm'
import type { Queryable, Transaction } from '@/db/client'
import {
  type DocumentKind,
  documentFiles,
  documentNumbers,
  documents,
  numberSeries,
} from '@/db/schema/documents'

export type DocumentRow = typeof documents.$inferSelect
export type DocumentFileRow = typeof documentFiles.$inferSelect
export type DocumentStage = DocumentFileRow['stage']

/** The newest document of a kind: a second slip or a corrected licence stands before the first. */
export async function findDocument(
  tx: Queryable,
  dossierId: string,
  kind: DocumentKind,
): Promise<DocumentRow | undefined> {
  const [row] = await tx
    .select()
    .from(documents)
    .where(and(eq(documents.dossierId, dossierId), eq(documents.kind, kind)))
    .orderBy(desc(documents.ordinal))
    .limit(1)
  return row
}

/** The document of a kind that is the same turn as another: what comes with the first, or the second, licence. */
export async function findDocumentAt(
  tx: Queryable,
  { dossierId, kind, ordinal }: Pick<DocumentRow, 'dossierId' | 'kind' | 'ordinal'>,
): Promise<DocumentRow | undefined> {
  const [row] = await tx
    .select()
    .from(documents)
    .where(
      and(
        eq(documents.dossierId, dossierId),
        eq(documents.kind, kind),
        eq(documents.ordinal, ordinal),
      ),
    )
  return row
}

export async function getDocument(tx: Queryable, id: string): Promise<DocumentRow> {
  const [row] = await tx.select().from(documents).where(eq(documents.id, id))
  if (!row) throw new Error(`document ${id} is gone`)
  return row
}

export async function findDocumentByCode(
  tx: Queryable,
  verifyCode: string,
): Promise<DocumentRow | undefined> {
  const [row] = await tx.select().from(documents).where(eq(documents.verifyCode, verifyCode))
  return row
}

/** All documents of a dossier; of each kind the newest first. */
export async function findDocuments(tx: Queryable, dossierId: string): Promise<DocumentRow[]> {
  return tx
    .select()
    .from(documents)
    .where(eq(documents.dossierId, dossierId))
    .orderBy(asc(documents.kind), desc(documents.ordinal))
}

/** Inserts, or leaves what is there: a document exists once per dossier, kind and ordinal. */
export async function insertDocument(
  tx: Transaction,
  row: typeof documents.$inferInsert,
): Promise<void> {
  await tx.insert(documents).values(row).onConflictDoNothing()
}

export async function changeDocument(
  tx: Transaction,
  id: string,
  changes: Partial<Pick<DocumentRow, 'data' | 'state' | 'number' | 'issuedOn'>>,
): Promise<void> {
  await tx.update(documents).set(changes).where(eq(documents.id, id))
}

/** Adds the file of a stage; false when that stage has its file already. */
export async function addDocumentFile(tx: Transaction, row: DocumentFileRow): Promise<boolean> {
  const added = await tx
    .insert(documentFiles)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: documentFiles.documentId })
  return added.length === 1
}

export async function findDocumentFile(
  tx: Queryable,
  documentId: string,
  stage: DocumentStage,
): Promise<DocumentFileRow | undefined> {
  const [row] = await tx
    .select()
    .from(documentFiles)
    .where(and(eq(documentFiles.documentId, documentId), eq(documentFiles.stage, stage)))
  return row
}

/** The document and stage to which a stored file belongs. */
export async function findDocumentOfFile(
  tx: Queryable,
  fileId: string,
): Promise<{ document: DocumentRow; stage: DocumentStage } | undefined> {
  const [row] = await tx
    .select({ document: documents, stage: documentFiles.stage })
    .from(documentFiles)
    .innerJoin(documents, eq(documents.id, documentFiles.documentId))
    .where(eq(documentFiles.fileId, fileId))
  return row
}

/** The issued document whose file has this SHA-256. */
export async function findIssuedByHash(
  tx: Queryable,
  sha256: string,
): Promise<DocumentRow | undefined> {
  const [row] = await tx
    .select({ document: documents })
    .from(documentFiles)
    .innerJoin(documents, eq(documents.id, documentFiles.documentId))
    .where(and(eq(documentFiles.sha256, sha256), eq(documentFiles.stage, 'issued')))
  return row?.document
}

/** The next ordinal of a series; whoever comes second waits here, so that no number is left out or given twice. */
export async function takeOrdinal(
  tx: Transaction,
  series: { agencyId: string; series: string; year: number },
): Promise<number> {
  const [row] = await tx
    .insert(numberSeries)
    .values({ ...series, last: 1 })
    .onConflictDoUpdate({
      target: [numberSeries.agencyId, numberSeries.series, numberSeries.year],
      set: { last: sql`${numberSeries.last} + 1` },
    })
    .returning({ last: numberSeries.last })
  if (!row) throw new Error('no ordinal came back')
  return row.last
}

export type DocumentNumberRow = typeof documentNumbers.$inferSelect

export async function insertDocumentNumber(tx: Transaction, row: DocumentNumberRow): Promise<void> {
  await tx.insert(documentNumbers).values(row)
}

export async function findDocumentNumber(
  tx: Queryable,
  documentId: string,
): Promise<DocumentNumberRow | undefined> {
  const [row] = await tx
    .select()
    .from(documentNumbers)
    .where(eq(documentNumbers.documentId, documentId))
  return row
}
