import type { Queryable } from '@/db/client'
import { findCorrections, findVisit } from '@/db/queries/inspections'
import { accept, type Result, refuse } from '@/lib/shared/result'

/**
 * Whether the inspection lets a licence be granted: passed, or passed with corrections that were met at
 * the re-check (Law 15/2023 Art. 52.4). A visit that is only planned has no minutes.
 */
export async function inspectionAllowsGrant(
  tx: Queryable,
  dossierId: string,
): Promise<Result<undefined, { code: 'no-minutes' | 'inspection-not-passed' }>> {
  const visit = await findVisit(tx, dossierId)
  if (visit?.state !== 'held') return refuse({ code: 'no-minutes' })
  if (visit.finding === 'pass') return accept(undefined)
  const [newest] = await findCorrections(tx, dossierId)
  const met = visit.finding === 'pass-with-corrections' && newest?.state === 'met'
  return met ? accept(undefined) : refuse({ code: 'inspection-not-passed' })
}
