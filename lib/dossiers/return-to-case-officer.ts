import type { EventRefusal, RecordedEvent } from '@/lib/casework/perform-event'
import { actWithWords } from '@/lib/dossiers/act-with-words'
import type { OfficeAct } from '@/lib/dossiers/office-act'
import type { Result } from '@/lib/shared/result'

export type ReturnToCaseOfficer = OfficeAct & { reason: string }

/** The head of division or the leader sends the dossier back to its case officer, with reasons. */
export function returnToCaseOfficer(
  act: ReturnToCaseOfficer,
): Promise<Result<RecordedEvent, EventRefusal>> {
  return actWithWords(act, {
    event: 'return-to-case-officer',
    kind: 'return',
    text: act.reason,
    more: {},
  })
}
