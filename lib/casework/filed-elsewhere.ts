import type { DossierChanges, DossierRow } from '@/db/queries/dossiers'
import type { ClockEffect } from '@/lib/workflow/flows/licence-events'

/**
 * What an event does to the clocks of this dossier: held where it was filed, it starts none, since the
 * limit counts from its arrival at the agency that decides (Decree 118/2025 Art. 17.3 as amended by 309/2026).
 */
export function effectOn(
  { filedElsewhere }: Pick<DossierChanges, 'filedElsewhere'>,
  drawn: ClockEffect,
): ClockEffect {
  return drawn === 'start-acceptance' && filedElsewhere === 'held' ? 'receive' : drawn
}

/** From when an accepted dossier counts: from acceptance, or from its arrival when it was filed elsewhere. */
export function startOfWork(
  { filedElsewhere, clockStartAt }: Pick<DossierRow, 'filedElsewhere' | 'clockStartAt'>,
  acceptedAt: Date,
): Date {
  return (filedElsewhere && clockStartAt) || acceptedAt
}
