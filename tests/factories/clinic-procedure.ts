import { readFileSync } from 'node:fs'
import type { Facts, FormRules } from '@/lib/procedures/form-rules'
import { parseProcedure } from '@/lib/procedures/parse-procedure'
import type { Procedure } from '@/lib/procedures/procedure'
import { SHIPPED_CODES } from '@/lib/procedures/shipped-codes'

const file = new URL(
  '../../lib/procedures/definitions/gphd-specialist-clinic-new.json',
  import.meta.url,
)

/** The shipped definition as it stands in its file, fresh each time so that a test may spoil it. */
export function clinicJson(): Record<string, unknown> {
  return JSON.parse(readFileSync(file, 'utf8'))
}

/** The shipped procedure "new operating licence: specialised clinic". */
export const CLINIC: Procedure = parsed()

function parsed(): Procedure {
  const result = parseProcedure(clinicJson())
  if (!result.ok) throw new Error(JSON.stringify(result.refusal.issues, null, 2))
  return result.value
}

/** A day on which the shipped answers are valid: Monday 23/11/2026. */
export const TODAY = '2026-11-23'

/** The rules of the clinic procedure with the shipped code lists. */
export function clinicRules(facts: Partial<Facts> = {}): FormRules {
  return { procedure: CLINIC, codes: SHIPPED_CODES, facts: { today: TODAY, holding: [], ...facts } }
}
