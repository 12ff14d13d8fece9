import { insertConflict } from '@/db/queries/conflicts'
import type { EventRefusal, RecordedEvent } from '@/lib/casework/perform-event'
import { actWithReason, type ReasonedAct } from '@/lib/dossiers/assignment/act-with-reason'
import { accept, type Result } from '@/lib/shared/result'

/**
 * An officer declares an interest of their own (Decree 118/2025 Art. 5): from then on the dossier does not
 * exist for them. What was theirs lies open for assignment, in the state it has.
 */
export function declareConflict(act: ReasonedAct): Promise<Result<RecordedEvent, EventRefusal>> {
  return actWithReason(act, {
    event: 'declare-conflict',
    changes: ({ assigneePostId }, postId) =>
      assigneePostId === postId ? { assigneePostId: null } : {},
    also: async (tx, { before, postId, personId, reason }) => {
      await insertConflict(tx, {
        dossierId: before.id,
        personId,
        postId,
        reason,
        declaredAt: act.at,
      })
      return accept(undefined)
    },
  })
}
