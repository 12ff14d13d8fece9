import type { EventRefusal, RecordedEvent } from '@/lib/casework/perform-event'
import {
  actWithReason,
  type ReasonedAct,
  type ReasonFacts,
} from '@/lib/dossiers/assignment/act-with-reason'
import { accept, type Result, refuse } from '@/lib/shared/result'

export type TakeOverRefusal = EventRefusal | { code: 'already-yours' }

/** A colleague goes on with the dossier, with the reason: leave, illness, a conflict declared. */
export function takeOver(act: ReasonedAct): Promise<Result<RecordedEvent, TakeOverRefusal>> {
  return actWithReason<{ code: 'already-yours' }>(act, {
    event: 'take-over',
    kind: 'take-over',
    changes: (_, postId) => ({ assigneePostId: postId }),
    also: async (_, { before, postId }: ReasonFacts) =>
      before.assigneePostId === postId ? refuse({ code: 'already-yours' }) : accept(undefined),
  })
}
