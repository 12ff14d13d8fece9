import type { EventRefusal, RecordedEvent } from '@/lib/casework/perform-event'
import { actWithWords } from '@/lib/dossiers/act-with-words'
import type { OfficeAct } from '@/lib/dossiers/office-act'
import type { Result } from '@/lib/shared/result'

export type Confirmation = OfficeAct & { comment: string }

/** The head of division agrees with the proposal and passes it to the agency's leader. */
export function confirmProposal(act: Confirmation): Promise<Result<RecordedEvent, EventRefusal>> {
  return actWithWords(act, {
    event: 'confirm-proposal',
    kind: 'confirmation',
    text: act.comment,
    more: {},
  })
}
