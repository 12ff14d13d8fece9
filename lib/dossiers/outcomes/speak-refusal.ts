import type { Transaction } from '@/db/client'
import { insertOpinion } from '@/db/queries/casework'
import type { DocumentRow } from '@/db/queries/documents'
import type { DossierRow } from '@/db/queries/dossiers'
import { procedureOfVersion } from '@/lib/casework/definitions'
import type { RecordedEvent } from '@/lib/casework/perform-event'
import { postOf } from '@/lib/dossiers/act-with-words'
import type { OfficeAct } from '@/lib/dossiers/office-act'
import {
  type Ground,
  type GroundRefusal,
  groundsOf,
  type RefusalDraft,
  refusalDraftSchema,
  refusalWords,
} from '@/lib/dossiers/outcomes/refusal-grounds'
import { saltedHash } from '@/lib/ledger/chain'
import { newId } from '@/lib/shared/ids'
import type { JobPromise } from '@/lib/shared/job-kinds'
import type { Result } from '@/lib/shared/result'

/** A refusal in the words that the applicant reads, with their salted hash for the record. */
export type SpokenRefusal = { opinionId: string; text: string; textHash: string }

const NO_DRAFT: RefusalDraft = { stage: 'result', reasonKeys: [], words: '' }

/** The draft in a slip that is not made yet; an empty one has no ground, so nothing can be made of it. */
export function draftOf(slip: DocumentRow | undefined): RefusalDraft {
  const kept = refusalDraftSchema.safeParse(slip?.state === 'prepared' ? slip.data : undefined)
  return kept.success ? kept.data : NO_DRAFT
}

/** The words of a refusal, and whether they stand on law; who may not act must not learn the latter first. */
export async function spokenRefusal(
  tx: Transaction,
  dossier: DossierRow,
  draft: RefusalDraft,
): Promise<{ refusal: SpokenRefusal; sound: Result<Ground[], GroundRefusal> }> {
  const procedure = await procedureOfVersion(tx, dossier.procedureVersionId)
  const sound = groundsOf(procedure, draft)
  const text = refusalWords(sound.ok ? sound.value : [], draft.words)
  return { sound, refusal: { opinionId: newId(), text, textHash: saltedHash(dossier.salt, text) } }
}

/** Keeps the words where the applicant reads them. Call it only after performEvent let the act through. */
export function sayRefusal(
  tx: Transaction,
  act: OfficeAct,
  { refusal, seq }: { refusal: SpokenRefusal; seq: number },
): Promise<void> {
  return insertOpinion(tx, {
    id: refusal.opinionId,
    dossierId: act.dossierId,
    seq,
    kind: 'refusal',
    text: refusal.text,
    postId: postOf(act),
    public: true,
    at: act.at,
  })
}

/** Slip 03 is made and signed after the act, by a job. */
export function refusalSlipJob(dossierId: string, event: RecordedEvent): JobPromise {
  return {
    kind: 'render-refusal-slip',
    payload: { dossierId, eventId: event.id },
    key: `${event.id}:render-refusal-slip`,
  }
}
