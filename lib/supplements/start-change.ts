import { inTransaction } from '@/db/client'
import { getDefinition } from '@/db/queries/definitions'
import { findChangeDraft } from '@/db/queries/drafts'
import { findCaseFile } from '@/lib/casework/case-file'
import { draftOwner } from '@/lib/casework/draft-owner'
import type { Actor } from '@/lib/identity/actor'
import { accept, type Result, refuse } from '@/lib/shared/result'
import { copyToDraft } from '@/lib/supplements/copy-to-draft'
import { LICENCE_FLOW } from '@/lib/workflow/flows/licence'
import type { LicenceState } from '@/lib/workflow/flows/licence-states'

/** Whether the applicant may still change what was declared (Decree 118/2025 Art. 21.2). */
export function canChange(state: LicenceState): boolean {
  return 'change-content' in LICENCE_FLOW[state]
}

/**
 * A draft in which the owner changes a dossier under way, with the rules it was filed under. One that was
 * begun before is taken up again.
 */
export function startChange(
  actor: Actor,
  { dossierId, at }: { dossierId: string; at: Date },
): Promise<Result<{ draftId: string }, { code: 'not-found' | 'change-too-late' }>> {
  return inTransaction(async (tx) => {
    const owner = draftOwner(actor, 'write-drafts')
    const found = await findCaseFile(tx, actor, { dossierId, right: 'change-content' })
    if (!owner || !found.ok) return refuse({ code: 'not-found' })
    const { dossier } = found.value
    if (!canChange(dossier.state)) return refuse({ code: 'change-too-late' })
    const begun = await findChangeDraft(tx, owner, dossierId)
    if (begun) return accept({ draftId: begun.id })
    const version = await getDefinition(tx, dossier.procedureVersionId)
    const copy = { dossierId, owner, version, purpose: 'change' as const, at }
    return accept({ draftId: await copyToDraft(tx, copy) })
  })
}
