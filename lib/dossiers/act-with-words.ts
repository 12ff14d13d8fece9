import { inTransaction, type Transaction } from '@/db/client'
import { insertOpinion, type OpinionRow } from '@/db/queries/casework'
import { type DossierChanges, type DossierRow, findDossier } from '@/db/queries/dossiers'
import type { EventDetails } from '@/lib/casework/event-details'
import { type EventRefusal, performEvent, type RecordedEvent } from '@/lib/casework/perform-event'
import { rollBackOnRefusal } from '@/lib/casework/roll-back'
import type { OfficeAct } from '@/lib/dossiers/office-act'
import type { OfficerCapacity } from '@/lib/identity/actor'
import { saltedHash } from '@/lib/ledger/chain'
import { newId } from '@/lib/shared/ids'
import { accept, type Result, refuse } from '@/lib/shared/result'

type SpokenEvent =
  | 'refuse-intake'
  | 'propose-decision'
  | 'confirm-proposal'
  | 'return-to-case-officer'

export type SpokenAct<Event extends SpokenEvent, Refusal> = {
  event: Event
  kind: OpinionRow['kind']
  text: string
  /** Whether the applicant reads the words. */
  public?: boolean
  /** What the event keeps besides the opinion. */
  more: Omit<EventDetails<Event>, 'opinionId' | 'textHash'>
  changes?: DossierChanges
  /** What else belongs to the act; a refusal here undoes all of it. */
  also?: (tx: Transaction, dossier: DossierRow) => Promise<Result<unknown, Refusal>>
}

/**
 * An officer's act that carries words. The event keeps their id and a salted hash; the words stand in a
 * table of their own, where a person's request can reach them.
 */
export function actWithWords<Event extends SpokenEvent, Refusal = never>(
  act: OfficeAct,
  spoken: SpokenAct<Event, Refusal>,
): Promise<Result<RecordedEvent, EventRefusal | Refusal>> {
  return rollBackOnRefusal<RecordedEvent, EventRefusal | Refusal>((orRollBack) =>
    inTransaction(async (tx) => {
      const dossier = await findDossier(tx, act.dossierId)
      if (!dossier) return refuse({ code: 'not-found' as const })
      const text = spoken.text.normalize('NFC').trim()
      const opinionId = newId()
      const words = { opinionId, textHash: saltedHash(dossier.salt, text) }
      // The permission table speaks first: who may not know of the dossier learns nothing from what follows.
      const event = orRollBack(
        await performEvent(tx, {
          ...act,
          event: spoken.event,
          details: { ...spoken.more, ...words } as EventDetails<Event>,
          ...(spoken.changes ? { changes: spoken.changes } : {}),
        }),
      )
      if (spoken.also) orRollBack(await spoken.also(tx, dossier))
      await insertOpinion(tx, {
        id: opinionId,
        dossierId: dossier.id,
        seq: event.seq,
        kind: spoken.kind,
        text,
        postId: postOf(act),
        public: spoken.public ?? false,
        at: act.at,
      })
      return accept(event)
    }),
  )
}

/** The post an officer acts from. Call it only after performEvent let the act through. */
export function postOf(act: Pick<OfficeAct, 'actor'>): string {
  return capacityOf(act).postId
}

/** The capacity an officer acts in. Call it only after performEvent let the act through. */
export function capacityOf({ actor }: Pick<OfficeAct, 'actor'>): OfficerCapacity {
  if (actor.kind === 'person' && actor.capacity.kind === 'officer') return actor.capacity
  throw new Error('an act of the office without an officer')
}
