import { db } from '@/db/client'
import { findDocument } from '@/db/queries/documents'
import { findCorrections, findSignatures, findVisit } from '@/db/queries/inspections'
import type { LicenceState } from '@/lib/workflow/flows/licence-states'

export type FacilityTurn = {
  kind: 'planned' | 'sign' | 'correct'
  /** When the team comes, or what the turn dates from. */
  at: Date
  dueDay: string | null
}

/** What the inspection asks of the facility now; the caller has shown that the dossier is theirs. */
export async function findFacilityTurn({
  id,
  state,
}: {
  id: string
  state: LicenceState
}): Promise<FacilityTurn | undefined> {
  const visit = await findVisit(db, id)
  if (!visit?.plannedFor) return undefined
  if (visit.state === 'planned') {
    const coming = state === 'appraisal'
    return coming ? { kind: 'planned', at: visit.plannedFor, dueDay: null } : undefined
  }
  const [newest] = await findCorrections(db, id)
  if (state === 'site-correction' && newest)
    return { kind: 'correct', at: newest.demandedAt, dueDay: newest.dueDay }
  const minutes = await findDocument(db, id, 'inspection-minutes')
  if (minutes?.state !== 'signed') return undefined
  const facility = (await findSignatures(db, [minutes.id])).find(({ side }) => side === 'facility')
  return facility?.confirmedAt ? undefined : { kind: 'sign', at: minutes.createdAt, dueDay: null }
}
