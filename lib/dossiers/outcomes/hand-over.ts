import { inTransaction } from '@/db/client'
import { type DossierRow, findDossier } from '@/db/queries/dossiers'
import { findHandOvers } from '@/db/queries/outcomes'
import { insertHandOver } from '@/db/queries/turns'
import { type EventRefusal, performEvent, type RecordedEvent } from '@/lib/casework/perform-event'
import { rollBackOnRefusal } from '@/lib/casework/roll-back'
import { postOf } from '@/lib/dossiers/act-with-words'
import type { OfficeAct } from '@/lib/dossiers/office-act'
import { findOutcome } from '@/lib/dossiers/outcomes/find-outcome'
import { seal } from '@/lib/server/sealed'
import { newId } from '@/lib/shared/ids'
import { accept, type Result, refuse } from '@/lib/shared/result'

/** What a receiver shows at the counter. */
export type Shown = 'receipt' | 'identity-paper' | 'authority'

export type HandOver = OfficeAct & {
  via: 'counter' | 'post'
  receiver: 'owner' | 'proxy'
  receiverName: string
  shown: Shown[]
  /** Of the identity paper that was shown; kept encrypted. */
  identityNumber: string
  /** Originals taken for checking that went back with the result. */
  originalsReturned: string
  postNumber: string
}
type NotShown =
  | { code: 'nothing-shown' }
  | { code: 'no-authority' }
  | { code: 'no-identity-number' }
  | { code: 'no-receiver-name' }
  | { code: 'no-post-number' }
  | { code: 'already-handed-over' }
export type HandOverRefusal = EventRefusal | NotShown

/**
 * The desk hands the result over at the counter or by post: with the receipt, or the identity paper if it
 * is lost; a proxy brings a written authority (Decree 118/2025 Art. 6); originals go back (Art. 22). The
 * electronic result stays open to its owner whatever happens here.
 */
export function handOver(act: HandOver): Promise<Result<RecordedEvent, HandOverRefusal>> {
  return rollBackOnRefusal<RecordedEvent, HandOverRefusal>((orRollBack) =>
    inTransaction(async (tx) => {
      const dossier = await findDossier(tx, act.dossierId)
      if (!dossier) return refuse({ code: 'not-found' })
      const documentId = (await findOutcome(tx, dossier.id))?.id ?? null
      const earlier = await findHandOvers(tx, dossier.id)
      const handOverId = newId()
      const { via, receiver } = act
      const event = orRollBack(
        await performEvent(tx, {
          ...act,
          event: 'deliver',
          details: { handOverId, documentId, via, receiver },
          changes: { deliveryState: 'delivered' },
        }),
      )
      orRollBack(act.via === 'post' ? posted(act) : shownAtCounter(act))
      if (earlier.some((row) => row.documentId === documentId && row.via !== 'online'))
        orRollBack(refuse({ code: 'already-handed-over' }))
      await insertHandOver(tx, { id: handOverId, documentId, ...rowOf(act, dossier) })
      return accept(event)
    }),
  )
}

function rowOf(act: HandOver, dossier: DossierRow) {
  const { via, receiver, shown, at } = act
  return {
    dossierId: dossier.id,
    via,
    receiver,
    receiverName: act.receiverName.trim() || dossier.ownerName,
    shown,
    identityNumberSealed: act.identityNumber.trim() ? seal(act.identityNumber.trim()) : null,
    originalsReturned: act.originalsReturned.trim() || null,
    postNumber: act.postNumber.trim() || null,
    handedOverBy: postOf(act),
    at,
  }
}

/** What goes by post has its number, and nobody shows anything. */
function posted({ postNumber }: HandOver): Result<undefined, NotShown> {
  return postNumber.trim() ? accept(undefined) : refuse({ code: 'no-post-number' })
}

/** Whether the receiver may have it, by what they showed. */
function shownAtCounter(act: HandOver): Result<undefined, NotShown> {
  const { receiver, shown } = act
  if (receiver === 'proxy') {
    if (!act.receiverName.trim()) return refuse({ code: 'no-receiver-name' })
    if (!shown.includes('authority')) return refuse({ code: 'no-authority' })
  }
  if (shown.includes('identity-paper'))
    return act.identityNumber.trim() ? accept(undefined) : refuse({ code: 'no-identity-number' })
  return shown.includes('receipt') ? accept(undefined) : refuse({ code: 'nothing-shown' })
}
