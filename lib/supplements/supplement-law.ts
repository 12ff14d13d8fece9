import { sectorBeats } from '@/lib/deadlines/dated-limits'
import type { Day } from '@/lib/deadlines/day'
import { oneDoorRule } from '@/lib/deadlines/one-door-rules'
import type { TimeLimit } from '@/lib/deadlines/time-limit'
import type { Procedure } from '@/lib/procedures/procedure'
import type { Clause } from '@/lib/procedures/shape/process'

/** What the law of one procedure says about supplementing. */
export type SupplementLaw = {
  /** How often the same side of the office may ask. */
  rounds: number
  askWithin: TimeLimit
  answerWithin: TimeLimit
  effect: 'restart' | 'pause'
  /** The clause of sector law that stands before the decree; null when the decree alone speaks. */
  sectorClause: Clause | null
}

/**
 * One round, asked within three working days, answered within fifteen days (Decree 118/2025 Art. 11.2.c,
 * 19.5), unless a clause of sector law says otherwise; a clause that is less sure than a secondary source
 * does not stand against the decree.
 */
export function supplementLaw(procedure: Procedure, on: Day): SupplementLaw {
  const sectorClause = sectorClauseOf(procedure)
  if (sectorClause) {
    const { rounds, askWithin, answerWithin, effect } = procedure.supplement
    return { rounds, askWithin, answerWithin, effect, sectorClause }
  }
  return {
    rounds: oneDoorRule('supplement-rounds', on).value,
    askWithin: { value: oneDoorRule('ask-supplement-within', on).value, unit: 'working-day' },
    answerWithin: { value: oneDoorRule('close-without-reply', on).value, unit: 'calendar-day' },
    effect: 'restart',
    sectorClause: null,
  }
}

function sectorClauseOf({ supplement, clauses }: Procedure): Clause | null {
  const clause = clauses.find(({ key }) => key === supplement.basis)
  if (!clause || clause.law.includes('118/2025/NĐ-CP')) return null
  return sectorBeats(clause.confidence) ? clause : null
}

/** "Điều 19 khoản 5 Nghị định 118/2025/NĐ-CP", as slips cite it. */
export function citeClause({ article, law }: Pick<Clause, 'article' | 'law'>): string {
  return `${article} ${law}`
}

type Sent = { stage: 'intake' | 'processing'; state: string }

/** How many requests of one stage went out; one that the desk sent back to its author counts for nothing. */
export function roundsUsed(requests: readonly Sent[], stage: Sent['stage']): number {
  const sent = ['released', 'supplied', 'closed']
  return requests.filter((one) => one.stage === stage && sent.includes(one.state)).length
}

/** Whether the answer's time is over: its last day belongs to the applicant. */
export function isReplyTimeOver(replyDue: Day, today: Day): boolean {
  return today > replyDue
}
