import { inTransaction } from '@/db/client'
import { findPostsWithRole } from '@/db/queries/agencies'
import { findDossier } from '@/db/queries/dossiers'
import { type EventRefusal, performEvent, type RecordedEvent } from '@/lib/casework/perform-event'
import type { OfficeAct } from '@/lib/dossiers/office-act'
import { type Result, refuse } from '@/lib/shared/result'

export type Assignment = OfficeAct & { postId: string }
export type AssignRefusal = EventRefusal | { code: 'not-a-case-officer' }

/** The agency's leader, or who is mandated, gives the dossier to a case officer of the same agency. */
export function assignDossier(act: Assignment): Promise<Result<RecordedEvent, AssignRefusal>> {
  return inTransaction(async (tx) => {
    const dossier = await findDossier(tx, act.dossierId)
    if (!dossier) return refuse({ code: 'not-found' })
    const officers = await findPostsWithRole(tx, {
      agencyId: dossier.solvingAgencyId,
      role: 'caseOfficer',
      at: act.at,
    })
    if (!officers.some((officer) => officer.id === act.postId))
      return refuse({ code: 'not-a-case-officer' })
    return performEvent(tx, {
      ...act,
      event: 'assign',
      details: { postId: act.postId },
      changes: { assigneePostId: act.postId },
    })
  })
}
