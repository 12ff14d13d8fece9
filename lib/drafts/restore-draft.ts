import { db, inTransaction } from '@/db/client'
import { findEndedDraftForUpdate, findEndedDrafts, setAge } from '@/db/queries/draft-age'
import { findRefilingDraft } from '@/db/queries/drafts'
import { procedureOfVersion } from '@/lib/casework/definitions'
import { draftOwner } from '@/lib/casework/draft-owner'
import { addDays, type Day, dayOf } from '@/lib/deadlines/day'
import { DRAFT_AGE } from '@/lib/drafts/draft-age'
import type { Actor } from '@/lib/identity/actor'
import type { LocalText } from '@/lib/procedures/shape/text'
import { accept, type Result, refuse } from '@/lib/shared/result'

export type EndedDraft = {
  id: string
  procedureName: LocalText
  /** The last day on which it can be brought back. */
  restorableUntil: Day
}

/** The applicant's drafts that ended by age and can still be brought back. */
export async function listEndedDrafts(actor: Actor): Promise<EndedDraft[]> {
  const owner = draftOwner(actor, 'start-drafts')
  if (!owner) return []
  const rows = await findEndedDrafts(db, owner)
  return Promise.all(
    rows.map(async ({ id, procedureVersionId, agedOutAt, updatedAt }) => ({
      id,
      procedureName: (await procedureOfVersion(db, procedureVersionId)).name,
      restorableUntil: addDays(dayOf(agedOutAt ?? updatedAt), DRAFT_AGE.restorableDays),
    })),
  )
}

export type RestoreRefusal = { code: 'not-found' } | { code: 'draft-begun-anew'; draftId: string }

/** Brings an ended draft back with its papers; its ninety days begin anew. */
export function restoreDraft(
  actor: Actor,
  { draftId, at }: { draftId: string; at: Date },
): Promise<Result<{ draftId: string }, RestoreRefusal>> {
  return inTransaction(async (tx): Promise<Result<{ draftId: string }, RestoreRefusal>> => {
    const owner = draftOwner(actor, 'start-drafts')
    const draft = owner && (await findEndedDraftForUpdate(tx, owner, draftId))
    if (!draft) return refuse({ code: 'not-found' })
    const about = draft.refilesDossierId
    const anew = about ? await findRefilingDraft(tx, owner, about) : undefined
    if (anew) return refuse({ code: 'draft-begun-anew', draftId: anew.id })
    await setAge(tx, draftId, { agedOutAt: null, warnedAt: null, updatedAt: at })
    return accept({ draftId })
  })
}
