import { db } from '@/db/client'
import { findCommonestReasons } from '@/db/queries/supplement-reasons'
import { addMonths, dayOf, momentOf } from '@/lib/deadlines/day'
import type { CommonReason } from '@/lib/procedures/common-reason'
import type { Procedure } from '@/lib/procedures/procedure'
import type { LocalText } from '@/lib/procedures/shape/text'
import { clock } from '@/lib/server/business-clock'

const MONTHS_BACK = 12
const MOST = 5
/** Fewer could tell somebody what happened to a neighbour. */
const AT_LEAST = 3

/**
 * The five commonest reasons for which dossiers of the procedure had to be supplemented in the last twelve
 * months, most common first. They are counted anew each time, so that a request that an officer has just
 * released counts. Nothing that the procedure no longer asks, and no free words, are given.
 */
export async function commonestReasons(procedure: Procedure): Promise<CommonReason[]> {
  const today = dayOf(clock.now())
  const rows = await findCommonestReasons(db, {
    procedureKey: procedure.key,
    since: momentOf(addMonths(today, -MONTHS_BACK), 0),
    atLeast: AT_LEAST,
    most: MOST,
  })
  return rows.flatMap(({ kind, key, reasonKey }) => {
    const about = nameOf(procedure, kind, key)
    const text = procedure.reasons.find((reason) => reason.key === reasonKey)?.text
    return about && text ? [{ kind, key, about, text }] : []
  })
}

function nameOf(procedure: Procedure, kind: 'field' | 'paper', key: string): LocalText | undefined {
  if (kind === 'paper') return procedure.papers.find((paper) => paper.key === key)?.name
  const fields = procedure.sections.flatMap((section) => section.fields)
  return fields.find((field) => field.key === key)?.label
}
