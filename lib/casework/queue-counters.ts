import type { CounterChange } from '@/db/queries/counters'
import type { DossierRow } from '@/db/queries/dossiers'

/** How the counters that queues show move with a dossier: out of where it was, into where it is. */
export function counterChanges(before: DossierRow, after: DossierRow): CounterChange[] {
  const leaving = before.lastSeq === 0 ? [] : counters(before, -1)
  return [...leaving, ...counters(after, 1)]
}

function counters(dossier: DossierRow, change: 1 | -1): CounterChange[] {
  const { state } = dossier
  const agency = { agencyId: dossier.solvingAgencyId, state, assigneePostId: '', change }
  if (!dossier.assigneePostId) return [agency]
  return [agency, { ...agency, assigneePostId: dossier.assigneePostId }]
}
