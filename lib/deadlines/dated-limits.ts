import type { Day } from '@/lib/deadlines/day'
import { findRangeFault } from '@/lib/deadlines/effective-ranges'
import type { TimeLimit } from '@/lib/deadlines/time-limit'
import { accept, type Result, refuse } from '@/lib/shared/result'

/** A limit with the days on which it holds, both included; without days it is the ordinary one. */
export type DatedLimit = {
  limit: readonly TimeLimit[]
  from: Day | null
  to: Day | null
  legal: string
}
export type DatedLimitRefusal = { code: 'no-ordinary-limit' | 'cuts-overlap' }

/**
 * The limit in force on a day: a temporary cut on its days (Resolution 66.16/2026/NQ-CP: 15/04/2026
 * to 28/02/2027), else the ordinary one. The day is the one on which the clock begins: a limit that
 * has begun keeps its length when the cut ends. Two cuts on one day are refused, never chosen from.
 */
export function limitInForce(
  limits: readonly DatedLimit[],
  on: Day,
): Result<{ limit: readonly TimeLimit[]; legal: string }, DatedLimitRefusal> {
  const ordinary = limits.filter(({ from }) => from === null)
  const cuts = limits.flatMap(({ from, to, limit, legal }) =>
    from === null ? [] : [{ from, to, limit, legal }],
  )
  const [only] = ordinary
  if (!only || ordinary.length > 1) return refuse({ code: 'no-ordinary-limit' })
  const fault = findRangeFault(cuts)
  if (fault && fault.code !== 'range-gap') return refuse({ code: 'cuts-overlap' })
  const cut = cuts.find(({ from, to }) => from <= on && (to === null || on <= to))
  const { limit, legal } = cut ?? only
  return accept({ limit, legal })
}

/**
 * Whether a rule of a sector beats the decree: only where its data rest on at least a secondary
 * source (`verified`, `secondary`, with or without the source's number); own knowledge does not.
 */
export function sectorBeats(confidence: string): boolean {
  return /^(verified|secondary)(:|$)/.test(confidence)
}
