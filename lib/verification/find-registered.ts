import { db } from '@/db/client'
import { findIssuedByHash } from '@/db/queries/documents'
import { findReplacement } from '@/db/queries/outcomes'
import { findLicenceOfDocument } from '@/db/queries/registry'
import type { RegisteredResult } from './verify-document'

/** Asks the register of this portal for an issued file, by the SHA-256 of its bytes. */
export async function findRegistered(sha256: string): Promise<RegisteredResult | null> {
  const document = await findIssuedByHash(db, sha256)
  if (!document) return null
  const licence = await findLicenceOfDocument(db, document.id)
  const by = licence?.replacedByDocumentId
  return {
    replacedBy: by ? ((await findReplacement(db, by)) ?? null) : null,
    number: licence?.number ?? document.number,
    issuedOn: document.issuedOn ?? licence?.validFrom ?? null,
    holderName: licence?.holderName ?? null,
    status: licence?.status ?? null,
  }
}
