import type { DossierRow } from '@/db/queries/dossiers'
import { CORRECTION_CLOCK } from '@/lib/casework/case-clocks'
import type { EventRefusal } from '@/lib/casework/perform-event'
import type { LicenceState } from '@/lib/workflow/flows/licence-states'

/** From the leader's signature on there is a decision. */
const DECIDED: readonly LicenceState[] = [
  'signing',
  'awaiting-seal',
  'sealing',
  'refusing',
  'issued',
  'refused',
  'delivered',
  'correcting',
]

/** A wrong result that is being put right is a decision too: there is nothing left to stop. */
export function decisionExists({ state, clocks }: Pick<DossierRow, 'state' | 'clocks'>): boolean {
  return DECIDED.includes(state) || clocks.some(({ key }) => key === CORRECTION_CLOCK)
}

/** Whoever comes too late with a wish to stop reads the one ground there is (Decree 118/2025 Art. 21). */
export function sayDecision(
  dossier: Pick<DossierRow, 'state' | 'clocks'>,
  refusal: EventRefusal,
): EventRefusal | { code: 'decision-exists' } {
  return refusal.code === 'illegal-event' && decisionExists(dossier)
    ? { code: 'decision-exists' }
    : refusal
}
