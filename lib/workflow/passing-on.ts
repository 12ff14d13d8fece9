import { accept, type Result, refuse } from '@/lib/shared/result'
import type { LicenceEvent } from '@/lib/workflow/flows/licence-events'

/**
 * A dossier filed with another agency than the competent one (Decree 118/2025 Art. 20): held there until
 * its desk passes it on, passed afterwards. Null for what is filed where it is decided.
 */
export type FiledElsewhere = 'held' | 'passed' | null

/** What the competent agency can do only with what has reached it. */
const AFTER_ARRIVAL: readonly LicenceEvent[] = [
  'accept',
  'refuse-intake',
  'request-supplement',
  'offer-transfer',
  'take-transfer',
  'decline-transfer',
  'confirm-papers',
]

export type OutOfTurn = { code: 'not-passed-on' | 'already-passed-on' | 'not-filed-elsewhere' }

/** Whether an event may happen before, or once more after, a dossier was passed on. */
export function inTurn(
  event: LicenceEvent,
  filedElsewhere: FiledElsewhere,
): Result<undefined, OutOfTurn> {
  if (filedElsewhere === 'held' && AFTER_ARRIVAL.includes(event))
    return refuse({ code: 'not-passed-on' })
  if (event === 'pass-on' && filedElsewhere === 'passed')
    return refuse({ code: 'already-passed-on' })
  if (event === 'confirm-papers' && filedElsewhere === null)
    return refuse({ code: 'not-filed-elsewhere' })
  return accept(undefined)
}
