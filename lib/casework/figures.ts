import type { FigureChange } from '@/db/queries/counters'
import type { DossierRow } from '@/db/queries/dossiers'
import { CORRECTION_CLOCK } from '@/lib/casework/case-clocks'
import { dayOf } from '@/lib/deadlines/day'
import type { LicenceEvent } from '@/lib/workflow/flows/licence-events'

/**
 * What an event adds to the year's public figures: received at acceptance, solved
 * at issue or at a reasoned refusal. In time is
 * judged by date (national usage, onedoor.md §5.3).
 */
export function figureChange(event: LicenceEvent, dossier: DossierRow): FigureChange | undefined {
  const at = dossier.updatedAt
  const key = {
    agencyId: dossier.solvingAgencyId,
    procedureKey: dossier.procedureKey,
    year: Number(dayOf(at).slice(0, 4)),
  }
  if (event === 'accept') return { ...key, received: 1 }
  // A corrected result was counted when the wrong one was issued.
  if (dossier.clocks.some(({ key }) => key === CORRECTION_CLOCK)) return undefined
  if (event !== 'issue' && event !== 'release-refusal') return undefined
  const inTime = dossier.dueAt !== null && dayOf(at) <= dayOf(dossier.dueAt)
  return { ...key, solved: 1, solvedInTime: inTime ? 1 : 0 }
}
