import { createHash } from 'node:crypto'
import type { Transaction } from '@/db/client'
import { addDocumentFile, type DocumentStage } from '@/db/queries/documents'
import { insertFile } from '@/db/queries/files'
import { storageKeyOf, writeOnce } from '@/lib/files/store'
import { newId } from '@/lib/shared/ids'

export type StoredPdf = { fileId: string; sha256: string; size: number; storageKey: string }

/** Puts the bytes of a document into the store, before the transaction that makes them count. */
export async function storePdf(bytes: Uint8Array): Promise<StoredPdf> {
  const fileId = newId()
  const storageKey = storageKeyOf(fileId)
  await writeOnce(storageKey, bytes)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return { fileId, sha256, size: bytes.byteLength, storageKey }
}

/**
 * Ties a stored file to a stage of its document; false when the stage has its file already, as after a
 * worker was killed and its job ran again. The loser's bytes stay unreferenced and are swept.
 */
export async function keepDocumentFile(
  tx: Transaction,
  pdf: StoredPdf,
  to: { documentId: string; stage: DocumentStage; name: string; at: Date },
): Promise<boolean> {
  const { documentId, stage, name, at } = to
  await insertFile(tx, {
    id: pdf.fileId,
    uploadedBy: null,
    name,
    size: pdf.size,
    sha256: pdf.sha256,
    mediaType: 'application/pdf',
    state: 'clean',
    rejectedReason: null,
    scannedBy: 'own-document',
    storageKey: pdf.storageKey,
    pageCount: null,
    createdAt: at,
  })
  return addDocumentFile(tx, { documentId, stage, fileId: pdf.fileId, sha256: pdf.sha256, at })
}
