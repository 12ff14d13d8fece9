import type { EventRefusal, RecordedEvent } from '@/lib/casework/perform-event'
import { actWithReason, type ReasonedAct } from '@/lib/dossiers/assignment/act-with-reason'
import type { Result } from '@/lib/shared/result'

/** The case officer gives the dossier back, with the reason; it waits for somebody else. */
export function giveBack(act: ReasonedAct): Promise<Result<RecordedEvent, EventRefusal>> {
  return actWithReason(act, {
    event: 'give-back',
    kind: 'return',
    changes: () => ({ assigneePostId: null }),
  })
}
