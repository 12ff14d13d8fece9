import { inTransaction } from '@/db/client'
import { type EventRefusal, performEvent, type RecordedEvent } from '@/lib/casework/perform-event'
import type { OfficeAct } from '@/lib/dossiers/office-act'
import { type Result, refuse } from '@/lib/shared/result'

/** A case officer takes an accepted dossier that nobody has been given yet; of two at once one gets it. */
export function claimDossier(act: OfficeAct): Promise<Result<RecordedEvent, EventRefusal>> {
  return inTransaction(async (tx) => {
    const { actor } = act
    if (actor.kind !== 'person' || actor.capacity.kind !== 'officer')
      return refuse({ code: 'not-found' })
    const { postId } = actor.capacity
    return performEvent(tx, {
      ...act,
      event: 'claim',
      details: { postId, reasonHash: null },
      changes: { assigneePostId: postId },
    })
  })
}
