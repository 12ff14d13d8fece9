import type { Transaction } from '@/db/client'
import { changeDocument, findDocument, insertDocument } from '@/db/queries/documents'
import type { RefusalDraft } from '@/lib/dossiers/outcomes/refusal-grounds'
import { newId } from '@/lib/shared/ids'

/** Keeps why a dossier is to be refused until slip 03 is made of it; a new proposal takes the place of the last. */
export async function keepRefusalDraft(
  tx: Transaction,
  about: { dossierId: string; draft: RefusalDraft; at: Date },
): Promise<void> {
  const { dossierId, draft, at } = about
  const kept = await findDocument(tx, dossierId, 'refusal-slip')
  if (kept) return changeDocument(tx, kept.id, { data: draft })
  await insertDocument(tx, {
    id: newId(),
    dossierId,
    kind: 'refusal-slip',
    data: draft,
    verifyCode: null,
    number: null,
    issuedOn: null,
    state: 'prepared',
    createdAt: at,
  })
}
