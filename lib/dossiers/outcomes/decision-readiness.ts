import type { Queryable } from '@/db/client'
import { findChecks } from '@/db/queries/casework'
import { getDefinition } from '@/db/queries/definitions'
import type { DossierRow } from '@/db/queries/dossiers'
import { hasDeclinedItems } from '@/db/queries/outcomes'
import { getProcedureBody } from '@/lib/casework/definitions'
import { inspectionAllowsGrant } from '@/lib/dossiers/inspections/inspection-outcome'
import { accept, type Result, refuse } from '@/lib/shared/result'

export type NotReady =
  | { code: 'checklist-open'; items: string[] }
  | { code: 'checklist-failed'; items: string[] }
  | { code: 'no-minutes' }
  | { code: 'inspection-not-passed' }
  | { code: 'supplement-declined' }

/**
 * Whether a grant may be proposed: every blocking item judged and passed, nothing supplemented was
 * declined, and minutes of a passed inspection (Law 15/2023 Art. 52.4). What fails here can only be refused.
 */
export async function readyToGrant(
  tx: Queryable,
  dossier: DossierRow,
): Promise<Result<undefined, NotReady>> {
  const version = await getDefinition(tx, dossier.procedureVersionId)
  const procedure = getProcedureBody(version)
  const checks = new Map(
    (await findChecks(tx, dossier.id)).map((row) => [row.itemKey, row.verdict]),
  )
  const blocking = procedure.checklist.filter((item) => item.severity === 'blocking')
  const open = blocking.filter((item) => !checks.has(item.key)).map((item) => item.key)
  if (open.length > 0) return refuse({ code: 'checklist-open', items: open })
  const failed = blocking.filter((item) => checks.get(item.key) === 'fail').map((item) => item.key)
  if (failed.length > 0) return refuse({ code: 'checklist-failed', items: failed })
  if (await hasDeclinedItems(tx, dossier.id)) return refuse({ code: 'supplement-declined' })
  if (!procedure.serviceLevel.onSiteInspection) return accept(undefined)
  return inspectionAllowsGrant(tx, dossier.id)
}
