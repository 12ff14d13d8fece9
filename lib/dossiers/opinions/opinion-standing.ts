import { type Flow, LICENCE_FLOW } from '@/lib/workflow/flows/licence'
import { LICENCE_STATES, type LicenceState } from '@/lib/workflow/flows/licence-states'

export type OpinionStanding = 'asked' | 'late' | 'answered' | 'answered-late' | 'void'

const FLOW: Flow = LICENCE_FLOW

/** The states in which an opinion can still be of use: the flow takes it, the decision is not made. */
export const OPINION_STATES: readonly LicenceState[] = LICENCE_STATES.filter(
  (state) => FLOW[state]['record-opinion'] !== undefined,
)

type Asked = {
  state: 'asked' | 'answered' | 'void'
  dueAt: Date
  answeredAt: Date | null
}

/**
 * Where a request for an opinion stands. Silence is never consent: a request that is overdue stays
 * overdue, and one whose dossier has ended or was decided is void (Decree 118/2025 Art. 19.4).
 */
export function opinionStanding(
  { state, dueAt, answeredAt }: Asked,
  { dossierState, at }: { dossierState: LicenceState; at: Date },
): OpinionStanding {
  if (state === 'answered') return answeredAt && answeredAt > dueAt ? 'answered-late' : 'answered'
  if (state === 'void' || !OPINION_STATES.includes(dossierState)) return 'void'
  return at > dueAt ? 'late' : 'asked'
}
