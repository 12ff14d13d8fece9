import type { Queryable } from '@/db/client'
import type { DossierRow } from '@/db/queries/dossiers'
import { findPerformed } from '@/db/queries/events'
import { procedureOfVersion } from '@/lib/casework/definitions'
import type { Procedure } from '@/lib/procedures/procedure'

/** What becomes of the fee, and by which clause, as it is printed. */
export type StopFee = { outcome: 'refund-requested' | 'kept' | 'none'; ground: string }

/**
 * The fee of a dossier that its owner stops, by the sector's rule in the procedure's data: kept once the
 * work it pays for has begun, else owed back. Without a rule it is owed back.
 */
export async function stopFee(tx: Queryable, dossier: DossierRow): Promise<StopFee> {
  if (dossier.paymentState !== 'paid') return { outcome: 'none', ground: '' }
  const procedure = await procedureOfVersion(tx, dossier.procedureVersionId)
  const performed = await findPerformed(tx, dossier.id)
  return feeOnStop(procedure, new Set(performed.map(({ event }) => event)))
}

/** The same rule for a paid fee and the events so far. */
export function feeOnStop(
  { money, clauses }: Pick<Procedure, 'money' | 'clauses'>,
  performed: ReadonlySet<string>,
): StopFee {
  const rule = money.onStop
  const kept = rule?.keptAfter.some((event) => performed.has(event)) ?? false
  const key = kept ? rule?.keptBy : rule?.refundedBy
  const clause = clauses.find((candidate) => candidate.key === key)
  const ground = clause ? `${clause.article} ${clause.law}` : 'Điều 21 Nghị định 118/2025/NĐ-CP'
  return { outcome: kept ? 'kept' : 'refund-requested', ground }
}
