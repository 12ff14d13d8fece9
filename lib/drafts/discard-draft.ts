import { inTransaction } from '@/db/client'
import { deleteDraft } from '@/db/queries/draft-removal'
import { findOwnDraftForUpdate } from '@/db/queries/drafts'
import { draftOwner } from '@/lib/casework/draft-owner'
import { removeFile } from '@/lib/files/store'
import type { Actor } from '@/lib/identity/actor'
import { accept, type Result, refuse } from '@/lib/shared/result'

export type DiscardRefusal = { code: 'not-found' } | { code: 'draft-submitted'; dossierId: string }

/** Deletes the actor's own draft for good, its uploads with it. What was filed stays filed. */
export async function discardDraft(
  actor: Actor,
  draftId: string,
): Promise<Result<{ draftId: string }, DiscardRefusal>> {
  const deleted = await inTransaction(async (tx): Promise<Result<string[], DiscardRefusal>> => {
    const owner = draftOwner(actor, 'discard-drafts')
    const draft = owner && (await findOwnDraftForUpdate(tx, owner, draftId))
    if (!draft) return refuse({ code: 'not-found' })
    const dossierId = draft.submittedDossierId
    if (dossierId) return refuse({ code: 'draft-submitted', dossierId })
    return accept(await deleteDraft(tx, draftId))
  })
  if (!deleted.ok) return deleted
  for (const storageKey of deleted.value) await removeFile(storageKey)
  return accept({ draftId })
}
