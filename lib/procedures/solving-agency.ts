import type { Answers } from '@/lib/procedures/answers'
import { valueAt } from '@/lib/procedures/conditions'
import type { Procedure } from '@/lib/procedures/procedure'
import { findProvince, type Province } from '@/lib/procedures/provinces'
import { accept, type Result, refuse } from '@/lib/shared/result'

export type SolvingAgency = { agencyKey: string; province: Province | null }
export type NoSolvingAgency = { code: 'province-missing' | 'province-unknown' }

/** The agency that decides: for a province, the one of the address the definition names (`syt-01`). */
export function solvingAgency(
  procedure: Procedure,
  answers: Answers,
): Result<SolvingAgency, NoSolvingAgency> {
  const { agencyKey, agencyField } = procedure.authority
  if (!agencyKey.includes('{province}')) return accept({ agencyKey, province: null })
  const code = valueAt(answers, `${agencyField}.province`)
  if (typeof code !== 'string' || code === '') return refuse({ code: 'province-missing' })
  const province = findProvince(code)
  if (!province) return refuse({ code: 'province-unknown' })
  return accept({ agencyKey: agencyKey.replace('{province}', code), province })
}
