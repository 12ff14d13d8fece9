import { inTransaction, type Transaction } from '@/db/client'
import { insertOpinion, type OpinionRow } from '@/db/queries/casework'
import { type DossierChanges, type DossierRow, findDossier } from '@/db/queries/dossiers'
import { type EventRefusal, performEvent, type RecordedEvent } from '@/lib/casework/perform-event'
import { rollBackOnRefusal } from '@/lib/casework/roll-back'
import { capacityOf } from '@/lib/dossiers/act-with-words'
import type { OfficeAct } from '@/lib/dossiers/office-act'
import { saltedHash } from '@/lib/ledger/chain'
import { newId } from '@/lib/shared/ids'
import { accept, type Result, refuse } from '@/lib/shared/result'

export type ReasonedAct = OfficeAct & { reason: string }

type Reasoned<Refusal> = {
  event: 'give-back' | 'take-over' | 'declare-conflict'
  /** Where the words stand; without it the act keeps them itself. */
  kind?: OpinionRow['kind']
  changes: (dossier: DossierRow, postId: string) => DossierChanges
  also?: (tx: Transaction, facts: ReasonFacts) => Promise<Result<unknown, Refusal>>
}
export type ReasonFacts = { before: DossierRow; postId: string; personId: string; reason: string }

/**
 * An act on who works on a dossier, with the reason for it. The event keeps the post and a salted hash;
 * the words stand in a table of their own, where a person's request can reach them.
 */
export function actWithReason<Refusal = never>(
  act: ReasonedAct,
  reasoned: Reasoned<Refusal>,
): Promise<Result<RecordedEvent, EventRefusal | Refusal>> {
  return rollBackOnRefusal<RecordedEvent, EventRefusal | Refusal>((orRollBack) =>
    inTransaction(async (tx) => {
      const dossier = await findDossier(tx, act.dossierId)
      if (!dossier || act.actor.kind !== 'person' || act.actor.capacity.kind !== 'officer')
        return refuse({ code: 'not-found' as const })
      const { postId } = capacityOf(act)
      const reason = act.reason.normalize('NFC').trim()
      // The permission table speaks first: who may not know of the dossier learns nothing from what follows.
      const event = orRollBack(
        await performEvent(tx, {
          ...act,
          event: reasoned.event,
          details: { postId, reasonHash: saltedHash(dossier.salt, reason) },
          changes: reasoned.changes(dossier, postId),
        }),
      )
      const facts = { before: dossier, postId, personId: act.actor.personId, reason }
      if (reasoned.also) orRollBack(await reasoned.also(tx, facts))
      if (reasoned.kind)
        await insertOpinion(tx, {
          id: newId(),
          dossierId: dossier.id,
          seq: event.seq,
          kind: reasoned.kind,
          text: reason,
          postId,
          public: false,
          at: act.at,
        })
      return accept(event)
    }),
  )
}
