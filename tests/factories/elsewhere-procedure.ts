import { parseProcedure } from '@/lib/procedures/parse-procedure'
import type { Procedure } from '@/lib/procedures/procedure'
import { clinicJson } from './clinic-procedure'

export const ELSEWHERE = 'decided-on-paper-filed-anywhere'

/** No shipped procedure may be filed elsewhere yet; this one has the clinic's form and nobody visits anything. */
export function elsewhereProcedure(): Procedure {
  const clinic = clinicJson() as unknown as Procedure
  const shares: Record<string, number> = { 'desk-review': 0.45 }
  const parsed = parseProcedure({
    ...clinic,
    key: ELSEWHERE,
    serviceLevel: { ...clinic.serviceLevel, onSiteInspection: false },
    filingElsewhere: {
      allowed: true,
      reason: { vi: 'Dữ liệu của thủ tục đã có đầy đủ.', en: 'All its data are at hand.' },
      basis: 'd118-17',
    },
    clocks: clinic.clocks
      .filter(({ key }) => key !== 'issue')
      .map((clock) => (clock.key === 'appraisal' ? { ...clock, endsAt: 'issue' } : clock)),
    steps: clinic.steps
      .filter(({ key }) => key !== 'form-team' && key !== 'site-inspection')
      .map((step) =>
        step.clock === 'issue'
          ? { ...step, clock: 'appraisal', share: step.share / 2 }
          : { ...step, share: shares[step.key] ?? step.share },
      ),
  })
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.refusal.issues, null, 2))
  return parsed.value
}
