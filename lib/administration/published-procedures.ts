import { db } from '@/db/client'
import { sumYearFigures, type YearFigures } from '@/db/queries/counters'
import { findDefinition, findDefinitions, findSuspension } from '@/db/queries/definitions'
import { getProcedureBody } from '@/lib/casework/definitions'
import { dayOf } from '@/lib/deadlines/day'
import type { Procedure } from '@/lib/procedures/procedure'
import { type SearchHit, searchProcedures } from '@/lib/procedures/search'
import { clock } from '@/lib/server/business-clock'

/** The procedures in force today that fit what was asked, best first; all of them when nothing was. */
export async function listProcedures(query?: string): Promise<Procedure[]> {
  return (await findProcedures(query ?? '')).map(({ procedure }) => procedure)
}

/** The same with how well each fits, 0 to 1. */
export async function findProcedures(query: string): Promise<SearchHit[]> {
  const rows = await findDefinitions(db, 'procedure', dayOf(clock.now()))
  return searchProcedures(rows.map(getProcedureBody), query)
}

/** A procedure in force today. */
export async function findProcedure(key: string): Promise<Procedure | undefined> {
  const day = dayOf(clock.now())
  const row = await findDefinition(db, { kind: 'procedure', key, day })
  return row && getProcedureBody(row)
}

/** The public reason why nobody may file this procedure now, if that is so. */
export async function findSuspensionReason(key: string): Promise<string | undefined> {
  return (await findSuspension(db, key, clock.now()))?.reason
}

/** This year's figures of all procedures, or of one; undefined while there is nothing to show. */
export async function findYearFigures(procedureKey?: string): Promise<YearFigures | undefined> {
  const year = Number(dayOf(clock.now()).slice(0, 4))
  const figures = await sumYearFigures(db, year, procedureKey)
  return figures.received > 0 ? figures : undefined
}
