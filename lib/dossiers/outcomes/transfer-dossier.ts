import { inTransaction } from '@/db/client'
import { findAgency } from '@/db/queries/agencies'
import { type DossierRow, findDossier } from '@/db/queries/dossiers'
import { changeTransfer, findOpenTransfer, insertTransfer } from '@/db/queries/outcomes'
import { type EventRefusal, performEvent, type RecordedEvent } from '@/lib/casework/perform-event'
import { rollBackOnRefusal } from '@/lib/casework/roll-back'
import { findUnprintable } from '@/lib/documents/printable'
import { postOf } from '@/lib/dossiers/act-with-words'
import type { OfficeAct } from '@/lib/dossiers/office-act'
import { saltedHash } from '@/lib/ledger/chain'
import { newId } from '@/lib/shared/ids'
import { accept, type Result, refuse } from '@/lib/shared/result'

export type TransferOffer = OfficeAct & { toAgencyId: string; reason: string }
type NotOfferable = {
  code: 'unknown-agency' | 'same-agency' | 'already-offered' | 'unprintable-text'
}
export type OfferRefusal = EventRefusal | NotOfferable

/**
 * The desk offers a dossier to the agency that is competent, with a transfer slip (Decree 118/2025 Art.
 * 17.2.a, 20). Until it is taken the sender answers for it, and nobody moves its date.
 */
export function offerTransfer(act: TransferOffer): Promise<Result<RecordedEvent, OfferRefusal>> {
  return rollBackOnRefusal<RecordedEvent, OfferRefusal>((orRollBack) =>
    inTransaction(async (tx) => {
      const dossier = await findDossier(tx, act.dossierId)
      if (!dossier) return refuse({ code: 'not-found' })
      const transferId = newId()
      const reason = act.reason.normalize('NFC').trim()
      const { toAgencyId } = act
      const known = (await findAgency(tx, toAgencyId)) !== undefined
      const event = orRollBack(
        await performEvent(tx, {
          ...act,
          event: 'offer-transfer',
          details: { transferId, toAgencyId, reasonHash: saltedHash(dossier.salt, reason) },
          changes: known ? { transferToAgencyId: toAgencyId } : {},
          jobs: () => [
            {
              kind: 'render-transfer-slip',
              payload: { transferId },
              key: `${transferId}:render-transfer-slip`,
            },
          ],
        }),
      )
      orRollBack(offerable(dossier, { toAgencyId, known }))
      if (findUnprintable(reason).length > 0) orRollBack(refuse({ code: 'unprintable-text' }))
      await insertTransfer(tx, {
        id: transferId,
        dossierId: dossier.id,
        fromAgencyId: dossier.solvingAgencyId,
        toAgencyId,
        state: 'offered',
        reason,
        offeredBy: postOf(act),
        offeredAt: act.at,
      })
      return accept(event)
    }),
  )
}

function offerable(
  { solvingAgencyId, transferToAgencyId }: DossierRow,
  { toAgencyId, known }: { toAgencyId: string; known: boolean },
): Result<undefined, NotOfferable> {
  if (!known) return refuse({ code: 'unknown-agency' })
  if (toAgencyId === solvingAgencyId) return refuse({ code: 'same-agency' })
  return transferToAgencyId ? refuse({ code: 'already-offered' }) : accept(undefined)
}

/**
 * The desk of the agency it was offered to takes the dossier: from here on that agency answers. Code,
 * home and due date stay as they are; whoever it was assigned to has it no more.
 */
export function takeTransfer(act: OfficeAct): Promise<Result<RecordedEvent, EventRefusal>> {
  return rollBackOnRefusal<RecordedEvent, EventRefusal>((orRollBack) =>
    inTransaction(async (tx) => {
      const offer = await findOpenTransfer(tx, act.dossierId)
      // Without an offer nobody is its receiver, and performEvent refuses and notes the attempt.
      const event = orRollBack(
        await performEvent(tx, {
          ...act,
          event: 'take-transfer',
          details: { transferId: offer?.id ?? newId(), fromAgencyId: offer?.fromAgencyId ?? '' },
          changes: {
            ...(offer ? { solvingAgencyId: offer.toAgencyId } : {}),
            transferToAgencyId: null,
            assigneePostId: null,
          },
        }),
      )
      if (!offer) throw new Error(`dossier ${act.dossierId} was taken without an offer`)
      const decided = { decidedBy: postOf(act), decidedAt: act.at, answer: null }
      await changeTransfer(tx, offer.id, { state: 'taken', ...decided })
      return accept(event)
    }),
  )
}

/** The desk it was offered to says why it is not competent either; the sender keeps the dossier. */
export function declineTransfer(
  act: OfficeAct & { reason: string },
): Promise<Result<RecordedEvent, EventRefusal>> {
  return rollBackOnRefusal<RecordedEvent, EventRefusal>((orRollBack) =>
    inTransaction(async (tx) => {
      const dossier = await findDossier(tx, act.dossierId)
      const offer = await findOpenTransfer(tx, act.dossierId)
      if (!dossier) return refuse({ code: 'not-found' })
      const answer = act.reason.normalize('NFC').trim()
      const event = orRollBack(
        await performEvent(tx, {
          ...act,
          event: 'decline-transfer',
          details: {
            transferId: offer?.id ?? newId(),
            reasonHash: saltedHash(dossier.salt, answer),
          },
          changes: { transferToAgencyId: null },
        }),
      )
      if (!offer) throw new Error(`dossier ${act.dossierId} was declined without an offer`)
      const decided = { decidedBy: postOf(act), decidedAt: act.at, answer }
      await changeTransfer(tx, offer.id, { state: 'declined', ...decided })
      return accept(event)
    }),
  )
}
