import { db } from '@/db/client'
import type { DossierRow } from '@/db/queries/dossiers'
import { type ExtensionRow, findExtension, findUnexcusedBreach } from '@/db/queries/extensions'
import { findStopRequest, type StopRequestRow } from '@/db/queries/stop-requests'
import { CORRECTION_CLOCK } from '@/lib/casework/case-clocks'
import type { Day } from '@/lib/deadlines/day'
import { isTooLateToExtend, lastDayToExtend } from '@/lib/deadlines/extension-gate'
import { decisionExists } from '@/lib/letters/decision-exists'
import { type StopFee, stopFee } from '@/lib/letters/stop-fee'
import { LICENCE_FLOW } from '@/lib/workflow/flows/licence'
import { availableEvents } from '@/lib/workflow/transition'

export type ExtensionView = {
  newest: ExtensionRow | undefined
  /** The one lawful moment that is left for a new date; null when nothing runs, or it is used up. */
  gate: { dueAt: Date; lastDay: Day; tooLate: boolean } | null
  /** A date was missed and nobody has apologised for it with a reason yet. */
  unexcused: boolean
}

/** What the office may still do about a date that will not be kept. */
export async function viewExtension(dossier: DossierRow, now: Date): Promise<ExtensionView> {
  const newest = await findExtension(db, dossier.id, ['asked', 'granted', 'applied', 'declined'])
  const used = newest?.state === 'granted' || newest?.state === 'applied'
  return {
    newest,
    gate: used ? null : gateOf(dossier, now),
    unexcused: (await findUnexcusedBreach(db, dossier.id)) !== undefined,
  }
}

function gateOf({ dueAt, clocks }: DossierRow, now: Date): ExtensionView['gate'] {
  const run = clocks.at(-1)
  if (!dueAt || !run || run.endedAt || run.key === CORRECTION_CLOCK) return null
  return { dueAt, lastDay: lastDayToExtend(dueAt), tooLate: isTooLateToExtend(dueAt, now) }
}

/** The wish to stop that waits for the leader. */
export async function findOpenStop(dossierId: string): Promise<StopRequestRow | undefined> {
  const request = await findStopRequest(db, dossierId)
  return request?.state === 'asked' ? request : undefined
}

export type Stopping =
  | { kind: 'withdraw' | 'stop'; fee: StopFee['outcome'] }
  | { kind: 'asked' | 'decided' | 'ended' }

/** How the applicant may end the dossier now, and what becomes of the fee (Decree 118/2025 Art. 21). */
export async function viewStopping(dossier: DossierRow): Promise<Stopping> {
  const { state, paymentState } = dossier
  if (state === 'stop-requested') return { kind: 'asked' }
  const events = availableEvents(LICENCE_FLOW, state)
  if (events.includes('withdraw'))
    return { kind: 'withdraw', fee: paymentState === 'paid' ? 'refund-requested' : 'none' }
  if (decisionExists(dossier)) return { kind: dossier.endedAt ? 'ended' : 'decided' }
  if (!events.includes('request-stop')) return { kind: 'ended' }
  return { kind: 'stop', fee: (await stopFee(db, dossier)).outcome }
}

/** The extension as its owner reads it: granted by a letter, or already in the date. */
export function findOwnExtension(dossierId: string): Promise<ExtensionRow | undefined> {
  return findExtension(db, dossierId, ['granted', 'applied'])
}
