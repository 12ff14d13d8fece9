import type { Queryable } from '@/db/client'
import { type DocumentRow, findDocument } from '@/db/queries/documents'
import { findProposal } from '@/db/queries/outcomes'

/** The document that a dossier ended with: the newest licence, or slip 03 of a negative result. */
export async function findOutcome(
  tx: Queryable,
  dossierId: string,
): Promise<DocumentRow | undefined> {
  const refused = (await findProposal(tx, dossierId)) === 'refuse'
  return findDocument(tx, dossierId, refused ? 'refusal-slip' : 'licence')
}
