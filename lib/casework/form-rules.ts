import { dayOf } from '@/lib/deadlines/day'
import type { FormRules } from '@/lib/procedures/form-rules'
import type { Procedure } from '@/lib/procedures/procedure'
import { SHIPPED_CODES } from '@/lib/procedures/shipped-codes'

/** The procedure with its code lists and with what holds outside the form at a moment. */
export function rulesAt(procedure: Procedure, at: Date): FormRules {
  return { procedure, codes: SHIPPED_CODES, facts: { today: dayOf(at), holding: [] } }
}
