import type { ClockRun } from '@/lib/deadlines/clock-run'
import { addDays, type Day, dayOf, daysBetween } from '@/lib/deadlines/day'
import { oneDoorRule } from '@/lib/deadlines/one-door-rules'
import { type WorkingCalendar, workingDaysBetween } from '@/lib/deadlines/working-calendar'
import type { LicenceState } from '@/lib/workflow/flows/licence-states'

export type Watched = {
  state: LicenceState
  receivedAt: Date | null
  acceptanceDueAt: Date | null
  dueAt: Date | null
  replyDueAt: Date | null
  stepKey: string | null
  stepDueAt: Date | null
  clocks: readonly ClockRun[]
}

export type BreachKind = 'acceptance-late' | 'overdue' | 'correction-late'
export type ReminderKind =
  | 'new-dossier'
  | 'extend-first'
  | 'extend-last'
  | 'extend-today'
  | 'step-late'
  | 'reply-first'
  | 'reply-second'
  | 'reply-last'
  | 'close-proposed'

/** One thing the watch owes a dossier now; `about` is the date it concerns, so that a moved date is watched anew. */
export type Duty =
  | { do: 'record-breach'; kind: BreachKind; clockKey: string; about: string }
  | { do: 'remind'; kind: ReminderKind; about: string }

/** The reminders of the applicant's time, the last one first; on which days they come is a dated setting. */
const REPLY_REMINDERS = [
  { rule: 'remind-last', kind: 'reply-last' },
  { rule: 'remind-second', kind: 'reply-second' },
  { rule: 'remind-first', kind: 'reply-first' },
] as const
const REPLY_STATES: readonly LicenceState[] = [
  'supplement-at-intake',
  'supplement',
  'awaiting-obligation',
]

/**
 * What is owed to a dossier at a moment. Pure, and the same for every later moment until a date moves:
 * whoever runs it late catches up, whoever runs it twice finds the same. Of several reminders that a
 * standstill missed only the last is given.
 */
export function dutiesOf(dossier: Watched, calendar: WorkingCalendar, now: Date): Duty[] {
  return [
    ...intakeDuties(dossier, now),
    ...dueDuties(dossier, calendar, now),
    ...stepDuties(dossier, now),
    ...replyDuties(dossier, now),
  ]
}

/** Decree 118/2025 Art. 17.2: the desk hears within 2 hours, and answers within 8 working hours. */
function intakeDuties({ state, receivedAt, acceptanceDueAt }: Watched, now: Date): Duty[] {
  if (state !== 'submitted' || !receivedAt || !acceptanceDueAt) return []
  const news: Duty = { do: 'remind', kind: 'new-dossier', about: acceptanceDueAt.toISOString() }
  if (now <= acceptanceDueAt) return [news]
  const about = acceptanceDueAt.toISOString()
  return [news, { do: 'record-breach', kind: 'acceptance-late', clockKey: 'acceptance', about }]
}

/** Art. 19.6: the extension is to be asked before the last day before the date; afterwards it is a breach. */
function dueDuties(
  { state, dueAt, clocks }: Watched,
  calendar: WorkingCalendar,
  now: Date,
): Duty[] {
  const run = clocks.findLast(({ endedAt }) => endedAt === null)
  if (!dueAt || !run || state === 'submitted') return []
  const about = dueAt.toISOString()
  const [today, dueDay] = [dayOf(now), dayOf(dueAt)]
  if (today > dueDay) {
    const kind = run.key === 'correction' ? 'correction-late' : 'overdue'
    return [{ do: 'record-breach', kind, clockKey: run.key, about }]
  }
  // One extension a dossier, and none for the correction of our own mistake.
  if (run.key === 'correction' || clocks.some(({ extendedTo }) => extendedTo)) return []
  const kind = extensionDuty(calendar, today, dueDay)
  return kind ? [{ do: 'remind', kind, about }] : []
}

function extensionDuty(
  calendar: WorkingCalendar,
  today: Day,
  dueDay: Day,
): ReminderKind | undefined {
  if (today >= dueDay) return undefined
  if (today === addDays(dueDay, -1)) return 'extend-today'
  const left = workingDaysBetween(calendar, today, dueDay)
  if (left <= oneDoorRule('ask-extension-last', today).value) return 'extend-last'
  return left <= oneDoorRule('ask-extension-first', today).value ? 'extend-first' : undefined
}

function stepDuties({ stepDueAt, stepKey, state }: Watched, now: Date): Duty[] {
  if (!stepDueAt || !stepKey || state === 'submitted' || now <= stepDueAt) return []
  return [{ do: 'remind', kind: 'step-late', about: `${stepKey} ${stepDueAt.toISOString()}` }]
}

/** Art. 19.5: the applicant is reminded while there is time; then closing is proposed to the desk. */
function replyDuties({ state, replyDueAt, clocks }: Watched, now: Date): Duty[] {
  if (!replyDueAt || !REPLY_STATES.includes(state)) return []
  const about = replyDueAt.toISOString()
  if (dayOf(now) > dayOf(replyDueAt)) return [{ do: 'remind', kind: 'close-proposed', about }]
  const asked = askedAt(clocks)
  if (!asked) return []
  const today = dayOf(now)
  const days = daysBetween(dayOf(asked), today)
  const reminder = REPLY_REMINDERS.find(({ rule }) => days >= oneDoorRule(rule, today).value)
  return reminder ? [{ do: 'remind', kind: reminder.kind, about }] : []
}

/** Since when the applicant is awaited: the open wait, or the end of the desk's own clock before acceptance. */
function askedAt(clocks: readonly ClockRun[]): Date | undefined {
  const last = clocks.at(-1)
  const since = last?.waits.findLast(({ to }) => to === null)?.from ?? last?.endedAt
  return since ? new Date(since) : undefined
}
