import { inTransaction, type Transaction } from '@/db/client'
import { type DefinitionRow, findDefinition, findSuspension } from '@/db/queries/definitions'
import { type DossierRow, findDossierForUpdate } from '@/db/queries/dossiers'
import { findRefilingDraft } from '@/db/queries/drafts'
import { findProposal } from '@/db/queries/outcomes'
import { findCaseFile } from '@/lib/casework/case-file'
import { draftOwner } from '@/lib/casework/draft-owner'
import { dayOf } from '@/lib/deadlines/day'
import type { Actor } from '@/lib/identity/actor'
import { accept, type Result, refuse } from '@/lib/shared/result'
import { copyToDraft } from '@/lib/supplements/copy-to-draft'
import type { LicenceState } from '@/lib/workflow/flows/licence-states'

export type AgainRefusal = {
  code: 'not-found' | 'dossier-not-ended' | 'procedure-not-in-force' | 'procedure-suspended'
}

/** Ends that leave the wish unanswered; a result that was given is no reason to file the same again. */
const ENDED_IN_VAIN: readonly LicenceState[] = [
  'refused-at-intake',
  'withdrawn',
  'stopped',
  'refused',
]

export function canFileAgain(state: LicenceState): boolean {
  return ENDED_IN_VAIN.includes(state)
}

/**
 * A new draft with all answers and files of a dossier that ended in vain, under the rules in force today.
 * The old dossier stays as it is. One that was begun before and not sent is taken up again.
 */
export function fileAgain(
  actor: Actor,
  { dossierId, at }: { dossierId: string; at: Date },
): Promise<Result<{ draftId: string }, AgainRefusal>> {
  return inTransaction(async (tx): Promise<Result<{ draftId: string }, AgainRefusal>> => {
    const owner = draftOwner(actor, 'start-drafts')
    const found = await findCaseFile(tx, actor, { dossierId, right: 'view-dossier' })
    if (!owner || !found.ok) return refuse({ code: 'not-found' })
    if (!(await endedInVain(tx, found.value.dossier))) return refuse({ code: 'dossier-not-ended' })
    // Two presses of the button come one after the other, and the second finds the draft of the first.
    await findDossierForUpdate(tx, dossierId)
    const begun = await findRefilingDraft(tx, owner, dossierId)
    if (begun) return accept({ draftId: begun.id })
    const version = await versionToday(tx, found.value.dossier.procedureKey, at)
    if (!version.ok) return version
    const copy = { dossierId, owner, version: version.value, purpose: 'file-again' as const, at }
    return accept({ draftId: await copyToDraft(tx, copy) })
  })
}

/** Fetching the refusal does not take away the way back in. */
async function endedInVain(tx: Transaction, { id, state }: DossierRow): Promise<boolean> {
  if (canFileAgain(state)) return true
  return state === 'delivered' && (await findProposal(tx, id)) === 'refuse'
}

async function versionToday(
  tx: Transaction,
  key: string,
  at: Date,
): Promise<Result<DefinitionRow, AgainRefusal>> {
  if (await findSuspension(tx, key, at)) return refuse({ code: 'procedure-suspended' })
  const version = await findDefinition(tx, { kind: 'procedure', key, day: dayOf(at) })
  return version ? accept(version) : refuse({ code: 'procedure-not-in-force' })
}
