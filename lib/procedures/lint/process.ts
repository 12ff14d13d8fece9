import { fault, type LintRule, type ProcedureIssue } from '@/lib/procedures/lint/issue'

const TOLERANCE = 1e-9

/** The shares of each clock make one; every step spends a clock that exists. */
export const soundShares: LintRule = ({ procedure }) => {
  const known = new Set(procedure.clocks.map(({ key }) => key))
  return [
    ...procedure.steps
      .filter(({ clock, share }) => (clock === null ? share !== 0 : !known.has(clock)))
      .map(({ key }) =>
        fault('step-clock', `steps.${key}`, 'it spends a clock that does not exist'),
      ),
    ...procedure.clocks.flatMap(({ key }): ProcedureIssue[] => {
      const shares = procedure.steps.filter(({ clock }) => clock === key).map(({ share }) => share)
      const sum = shares.reduce((total, share) => total + share, 0)
      if (Math.abs(sum - 1) < TOLERANCE) return []
      return [fault('clock-shares', `clocks.${key}`, `the shares of its steps make ${sum}, not 1`)]
    }),
  ]
}

/** At most so many minutes of the calendar pass in one unit of a limit. */
const LONGEST_MINUTES = {
  'working-hour': 60,
  'same-day': 24 * 60,
  'calendar-day': 24 * 60,
  'working-day': 24 * 60,
  month: 31 * 24 * 60,
} as const

/** The stages that the law names within a clock end within it. */
export const stagesWithin: LintRule = ({ procedure }) =>
  procedure.clocks.flatMap(({ key, limit, stages }) => {
    const whole = minutesOf(limit)
    return stages
      .filter((stage) => minutesOf([stage.limit]) > whole)
      .map((stage) =>
        fault('stage-limit', `clocks.${key}.stages.${stage.key}`, 'it is longer than its clock'),
      )
  })

function minutesOf(limit: { value: number; unit: keyof typeof LONGEST_MINUTES }[]): number {
  return limit.reduce((sum, { value, unit }) => sum + value * LONGEST_MINUTES[unit], 0)
}

/** Intake answers within its own clock, before the processing clock has begun. */
export const intakeApart: LintRule = ({ procedure }) =>
  procedure.steps
    .filter(({ kind }) => kind === 'intake')
    .filter(
      ({ clock }) => procedure.clocks.find(({ key }) => key === clock)?.startsAt === 'acceptance',
    )
    .map(({ key }) =>
      fault('intake-clock', `steps.${key}`, 'intake spends the clock that begins with acceptance'),
    )

/** Decree 224/2026 Art. 14: less than full online needs a published reason. */
export const partialHasReason: LintRule = ({ procedure: { serviceLevel } }) =>
  serviceLevel.scope === 'partial' && !serviceLevel.partialReason
    ? [fault('partial-reason', 'serviceLevel', 'partial online without a reason')]
    : []

/** Decree 118/2025 Art. 36.10: what needs a visit on site is filed with the competent authority alone. */
export const elsewhereWithoutVisit: LintRule = ({ procedure }) => {
  const { filingElsewhere, serviceLevel, steps, clocks } = procedure
  const visited =
    serviceLevel.onSiteInspection ||
    steps.some(({ kind }) => kind === 'inspection') ||
    clocks.some(({ startsAt }) => startsAt === 'inspection-minutes')
  return filingElsewhere?.allowed && visited
    ? [fault('filing-elsewhere', 'filingElsewhere', 'a procedure with a visit on site allows it')]
    : []
}

/** Dates that follow each other, reductions of fees that exist. */
export const soundDates: LintRule = ({ procedure }) => {
  const { money, legalBasis, effective } = procedure
  const spans: [string, string, string | null][] = [
    ['effective', effective.from, effective.to],
    ...money.fees.map(span('money.fees')),
    ...money.reductions.map(({ legal, validFrom, validTo }) =>
      span('money.reductions')({ key: legal, validFrom, validTo }),
    ),
    ...legalBasis.map(({ number, effectiveFrom, effectiveTo }) =>
      span('legalBasis')({ key: number, validFrom: effectiveFrom, validTo: effectiveTo }),
    ),
  ]
  const known = new Set(money.fees.map(({ key }) => key))
  return [
    ...spans
      .filter(([, from, to]) => to !== null && to < from)
      .map(([place]) => fault('dates-order', place, 'it ends before it begins')),
    ...money.reductions
      .filter(({ fees }) => fees.some((key) => !known.has(key)))
      .map(({ legal }) =>
        fault('unknown-fee', `money.reductions.${legal}`, 'it cuts a fee that is not there'),
      ),
  ]
}

function span(place: string) {
  return (dated: {
    key: string
    validFrom: string
    validTo: string | null
  }): [string, string, string | null] => [`${place}.${dated.key}`, dated.validFrom, dated.validTo]
}
