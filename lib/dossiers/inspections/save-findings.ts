import { inTransaction } from '@/db/client'
import { findVisit, type InspectionRow, saveFindings as saveRows } from '@/db/queries/inspections'
import { findCaseFile } from '@/lib/casework/case-file'
import { type Finding, siteItems } from '@/lib/dossiers/inspections/visit-rules'
import type { Actor } from '@/lib/identity/actor'
import { may } from '@/lib/identity/permissions'
import type { Procedure } from '@/lib/procedures/procedure'
import { accept, type Result, refuse } from '@/lib/shared/result'

export type FindingsRefusal = {
  code:
    | 'not-found'
    | 'not-permitted'
    | 'visit-not-planned'
    | 'visit-held-already'
    | 'unknown-checklist-item'
}

/**
 * Keeps what the team found so far. It is no event: findings become part of the record with the minutes,
 * and are fixed from then on. Each item is saved for itself, so that two on the same visit, or one whose
 * line broke, lose nothing of the other's.
 */
export function saveFindings(
  actor: Actor,
  { dossierId, findings }: { dossierId: string; findings: readonly Finding[] },
): Promise<Result<{ saved: number }, FindingsRefusal>> {
  return inTransaction(async (tx) => {
    const file = await findCaseFile(tx, actor, { dossierId, right: 'view-dossier' })
    if (!file.ok) return file
    const { dossier, facts, procedure } = file.value
    const assessing = may(actor, 'record-minutes', facts) === 'allowed'
    if (!assessing || dossier.state !== 'appraisal') return refuse({ code: 'not-permitted' })
    const visit = await findVisit(tx, dossierId)
    const fault = whyFixed(visit) ?? whyUnknown(procedure, findings)
    if (fault || !visit) return refuse({ code: fault ?? 'visit-not-planned' })
    await saveRows(
      tx,
      findings.map((finding) => ({ ...finding, inspectionId: visit.id })),
    )
    return accept({ saved: findings.length })
  })
}

function whyFixed(visit: InspectionRow | undefined) {
  if (!visit) return 'visit-not-planned' as const
  return visit.state === 'held' ? ('visit-held-already' as const) : undefined
}

function whyUnknown(procedure: Procedure, findings: readonly Finding[]) {
  const known = new Set(siteItems(procedure).map(({ key }) => key))
  return findings.every(({ itemKey }) => known.has(itemKey))
    ? undefined
    : ('unknown-checklist-item' as const)
}
