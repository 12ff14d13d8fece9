import { inTransaction } from '@/db/client'
import { findStopRequest, insertStopRequest, settleStopRequest } from '@/db/queries/stop-requests'
import { findCaseFile } from '@/lib/casework/case-file'
import { performEvent, type RecordedEvent } from '@/lib/casework/perform-event'
import { saltedHash } from '@/lib/ledger/chain'
import { decisionExists, sayDecision } from '@/lib/letters/decision-exists'
import { noteRefusal } from '@/lib/letters/note-refusal'
import { prepareLetter } from '@/lib/letters/prepare-letter'
import type { OwnersAct, StopRefusal } from '@/lib/letters/withdraw-dossier'
import { newId } from '@/lib/shared/ids'
import { type Result, refuse } from '@/lib/shared/result'

export type StopWish = OwnersAct & {
  reason: string
  /** How it came; what came to the counter or by post is entered by the desk. */
  channel: 'online' | 'counter' | 'post'
}

/**
 * The applicant asks to stop an accepted dossier, at the portal or through the desk: their right until a
 * decision exists, which is the only ground to refuse (Decree 118/2025 Art. 21). The agency's clock
 * stands until the leader confirms or the applicant changes their mind.
 */
export function requestStop(act: StopWish): Promise<Result<RecordedEvent, StopRefusal>> {
  return inTransaction(async (tx) => {
    const file = await findCaseFile(tx, act.actor, { ...act, right: 'view-dossier' })
    if (!file.ok) return file
    const { dossier } = file.value
    if (decisionExists(dossier)) {
      noteRefusal(tx, act, { dossier, event: 'request-stop', code: 'decision-exists' })
      return refuse({ code: 'decision-exists' })
    }
    const reason = act.reason.normalize('NFC').trim()
    const stopId = newId()
    const { dossierId, actor, at, expectedVersion } = act
    const channel = channelOf(act)
    const event = await performEvent(tx, {
      dossierId,
      event: 'request-stop',
      actor,
      at,
      expectedVersion,
      details: { stopId, channel, reasonHash: saltedHash(dossier.salt, reason) },
    })
    if (!event.ok) return { ok: false, refusal: sayDecision(dossier, event.refusal) }
    const wish = { id: stopId, dossierId, reason, channel, askedAt: at }
    await insertStopRequest(tx, { ...wish, state: 'asked' })
    await prepareLetter(tx, { dossierId, kind: 'stop-notice', at })
    return event
  })
}

function channelOf({ actor, channel }: StopWish): StopWish['channel'] {
  const officer = actor.kind === 'person' && actor.capacity.kind === 'officer'
  if (!officer) return 'online'
  return channel === 'online' ? 'counter' : channel
}

/** The applicant takes the wish to stop back, while it is not confirmed: the dossier goes on where it stood. */
export function cancelStop(act: OwnersAct): Promise<Result<RecordedEvent, StopRefusal>> {
  return inTransaction(async (tx) => {
    const file = await findCaseFile(tx, act.actor, { ...act, right: 'view-dossier' })
    if (!file.ok) return file
    const { dossier } = file.value
    const request = await findStopRequest(tx, dossier.id)
    if (!request)
      return refuse({ code: 'illegal-event', from: dossier.state, event: 'cancel-stop' })
    const { dossierId, actor, at, expectedVersion } = act
    const event = await performEvent(tx, {
      dossierId,
      event: 'cancel-stop',
      actor,
      at,
      expectedVersion,
      details: { stopId: request.id },
    })
    if (event.ok) await settleStopRequest(tx, request.id, { state: 'taken-back', decidedAt: at })
    return event
  })
}
