import { inTransaction, type Transaction } from '@/db/client'
import { type DefinitionRow, findDefinition, findSuspension } from '@/db/queries/definitions'
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
 * The old dossier stays as it is.
 */
export function fileAgain(
  actor: Actor,
  { dossierId, at }: { dossierId: string; at: Date },
): Promise<Result<{ draftId: string }, AgainRefusal>> {
  return inTransaction(async (tx): Promise<Result<{ draftId: string }, AgainRefusal>> => {
    const owner = draftOwner(actor)
    const found = await findCaseFile(tx, actor, { dossierId, right: 'view-dossier' })
    if (!owner || !found.ok) return refuse({ code: 'not-found' })
    const { state, procedureKey } = found.value.dossier
    // Fetching the refusal does not take away the way back in.
    const refused = state === 'delivered' && (await findProposal(tx, dossierId)) === 'refuse'
    if (!refused && !canFileAgain(state)) return refuse({ code: 'dossier-not-ended' })
    const version = await versionToday(tx, procedureKey, at)
    if (!version.ok) return version
    const copy = { dossierId, owner, version: version.value, changesDossierId: null, at }
    return accept({ draftId: await copyToDraft(tx, copy) })
  })
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
