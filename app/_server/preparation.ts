import { findProcedure } from '@/lib/administration/published-procedures'
import { rulesAt } from '@/lib/casework/form-rules'
import type { FormRules } from '@/lib/procedures/form-rules'
import { givenAnswers, preparationQuery } from '@/lib/procedures/preparation'
import type { Procedure } from '@/lib/procedures/procedure'
import { clock } from '@/lib/server/business-clock'

/** What a procedure in force asks of somebody who has not begun yet. */
export function rulesToday(procedure: Procedure): FormRules {
  return rulesAt(procedure, clock.now())
}

/** A query of answers as the procedure in force understands it; empty when nothing of it counts. */
export async function preparedQuery(procedureKey: string, given: unknown): Promise<string> {
  const procedure = await findProcedure(procedureKey)
  if (!procedure) return ''
  return preparationQuery(procedure, givenAnswers(rulesToday(procedure), given))
}

/** Where a dossier is begun, with the answers that were given before. */
export function startAddress(procedureKey: string, given: string): string {
  const page = `/my/start/${procedureKey}`
  return given ? `${page}?${new URLSearchParams({ given })}` : page
}
