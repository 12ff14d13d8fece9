import type { InspectionFinding } from '@/db/schema/casework'
import { type Day, dayOf } from '@/lib/deadlines/day'
import { isWorkingDay, type WorkingCalendar } from '@/lib/deadlines/working-calendar'
import type { Procedure } from '@/lib/procedures/procedure'
import type { ChecklistItem } from '@/lib/procedures/shape/process'

export type SiteVerdict = 'met' | 'not-met' | 'not-applicable'
export type Finding = { itemKey: string; verdict: SiteVerdict; note: string }
export type CorrectionItem = { itemKey: string; text: string }

/** What the team looks at in the facility: the items of the licence type for the site. */
export function siteItems({ checklist }: Pick<Procedure, 'checklist'>): ChecklistItem[] {
  return checklist.filter(({ stage }) => stage !== 'desk')
}

/** Whether the office is closed on the day of a visit: worth a word, never forbidden. */
export function isClosedDay(calendar: WorkingCalendar, plannedFor: Date): boolean {
  return !isWorkingDay(calendar, dayOf(plannedFor))
}

export type Closing = {
  heldOn: Day
  /** 'HH:MM' */
  startedAt: string
  endedAt: string
  finding: InspectionFinding
  corrections: readonly CorrectionItem[]
  dueDay: Day | null
}
type Ground = {
  items: readonly ChecklistItem[]
  findings: readonly Finding[]
  acceptedOn: Day | null
  today: Day
}
export type ClosingFault =
  | 'minutes-in-the-future'
  | 'minutes-before-acceptance'
  | 'visit-hours-wrong'
  | 'site-items-open'
  | 'site-items-not-met'
  | 'nothing-to-correct'
  | 'correction-without-words'
  | 'correction-due-past'

/**
 * Why a visit cannot be closed with this finding, or undefined. 'pass' needs every blocking item of the
 * site judged and none of them unmet; with corrections, each unmet one says what is to be put right
 * (Law 15/2023 Art. 52.4).
 */
export function closingFault(closing: Closing, ground: Ground): ClosingFault | undefined {
  const { heldOn, startedAt, endedAt, finding } = closing
  if (heldOn > ground.today) return 'minutes-in-the-future'
  if (ground.acceptedOn && heldOn < ground.acceptedOn) return 'minutes-before-acceptance'
  if (endedAt <= startedAt) return 'visit-hours-wrong'
  if (finding === 'fail') return undefined
  const judged = new Map(ground.findings.map(({ itemKey, verdict }) => [itemKey, verdict]))
  const blocking = ground.items.filter(({ severity }) => severity === 'blocking')
  if (blocking.some(({ key }) => !judged.has(key))) return 'site-items-open'
  const unmet = blocking.filter(({ key }) => judged.get(key) === 'not-met')
  if (finding === 'pass') return unmet.length > 0 ? 'site-items-not-met' : undefined
  return correctionFault(
    closing,
    unmet.map(({ key }) => key),
    ground.today,
  )
}

/** Why a demand to put things right cannot stand; `unmet` are the items it must speak of. */
export function correctionFault(
  { corrections, dueDay }: Pick<Closing, 'corrections' | 'dueDay'>,
  unmet: readonly string[],
  today: Day,
): ClosingFault | undefined {
  if (corrections.length === 0) return 'nothing-to-correct'
  const worded = new Set(
    corrections.filter(({ text }) => text.trim()).map(({ itemKey }) => itemKey),
  )
  if (unmet.some((key) => !worded.has(key)) || worded.size < corrections.length)
    return 'correction-without-words'
  return dueDay && dueDay <= today ? 'correction-due-past' : undefined
}
