import { inTransaction } from '@/db/client'
import { findDocument } from '@/db/queries/documents'
import { findDossier } from '@/db/queries/dossiers'
import { type EventRefusal, performEvent, type RecordedEvent } from '@/lib/casework/perform-event'
import { rollBackOnRefusal } from '@/lib/casework/roll-back'
import type { OfficeAct } from '@/lib/dossiers/office-act'
import type { GroundRefusal } from '@/lib/dossiers/outcomes/refusal-grounds'
import {
  draftOf,
  refusalSlipJob,
  sayRefusal,
  spokenRefusal,
} from '@/lib/dossiers/outcomes/speak-refusal'
import { accept, type Result, refuse } from '@/lib/shared/result'

type ReleaseRefusal = EventRefusal | GroundRefusal

/**
 * The desk sends the negative result that the leader approved: slip 03 as part of the result, inside the
 * limit, with the reasons as they were approved (Decree 118/2025 Art. 19.3).
 */
export function releaseRefusal(act: OfficeAct): Promise<Result<RecordedEvent, ReleaseRefusal>> {
  return rollBackOnRefusal<RecordedEvent, ReleaseRefusal>((orRollBack) =>
    inTransaction(async (tx) => {
      const dossier = await findDossier(tx, act.dossierId)
      if (!dossier) return refuse({ code: 'not-found' })
      const draft = draftOf(await findDocument(tx, dossier.id, 'refusal-slip'))
      const { refusal, sound } = await spokenRefusal(tx, dossier, draft)
      const event = orRollBack(
        await performEvent(tx, {
          ...act,
          event: 'release-refusal',
          details: { opinionId: refusal.opinionId, textHash: refusal.textHash },
          changes: { deliveryState: 'ready' },
          jobs: (recorded) => [refusalSlipJob(act.dossierId, recorded)],
        }),
      )
      orRollBack(sound)
      await sayRefusal(tx, act, { refusal, seq: event.seq })
      return accept(event)
    }),
  )
}
