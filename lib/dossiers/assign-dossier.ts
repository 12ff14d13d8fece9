import { inTransaction } from '@/db/client'
import { findPostsWithRole } from '@/db/queries/agencies'
import { findCaseFile } from '@/lib/casework/case-file'
import { type EventRefusal, performEvent, type RecordedEvent } from '@/lib/casework/perform-event'
import type { OfficeAct } from '@/lib/dossiers/office-act'
import { type Result, refuse } from '@/lib/shared/result'

export type Assignment = OfficeAct & { postId: string }
export type AssignRefusal =
  | EventRefusal
  | { code: 'not-a-case-officer' }
  | { code: 'officer-in-conflict' }

/**
 * The agency's leader, or who is mandated, gives the dossier to a case officer of the same agency, who
 * declared no interest in it.
 */
export function assignDossier(act: Assignment): Promise<Result<RecordedEvent, AssignRefusal>> {
  return inTransaction(async (tx) => {
    const file = await findCaseFile(tx, act.actor, { ...act, right: 'view-dossier' })
    // Who may not know of the dossier learns nothing of its officers; performEvent refuses them below.
    if (file.ok) {
      const { solvingAgencyId: agencyId, conflictedPersonIds } = file.value.facts
      const officers = await findPostsWithRole(tx, { agencyId, role: 'caseOfficer', at: act.at })
      const chosen = officers.find(({ id }) => id === act.postId)
      if (!chosen) return refuse({ code: 'not-a-case-officer' })
      if (conflictedPersonIds.includes(chosen.personId))
        return refuse({ code: 'officer-in-conflict' })
    }
    return performEvent(tx, {
      ...act,
      event: 'assign',
      details: { postId: act.postId },
      changes: { assigneePostId: act.postId },
    })
  })
}
