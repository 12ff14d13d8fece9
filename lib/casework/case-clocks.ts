import type { Queryable } from '@/db/client'
import { getDefinition } from '@/db/queries/definitions'
import type { DossierChanges, DossierRow } from '@/db/queries/dossiers'
import { standsStill } from '@/lib/casework/case-steps'
import { getCalendar, getProcedureBody } from '@/lib/casework/definitions'
import type { DueMoved } from '@/lib/casework/event-details'
import { startOfWork } from '@/lib/casework/filed-elsewhere'
import {
  type ClockRun,
  closeWait,
  endClock,
  extendClock,
  openWait,
  recalendar,
  startClock,
  type Wait,
} from '@/lib/deadlines/clock-run'
import { limitInForce } from '@/lib/deadlines/dated-limits'
import { type Day, dayOf } from '@/lib/deadlines/day'
import { oneDoorRule } from '@/lib/deadlines/one-door-rules'
import type { TimeLimit } from '@/lib/deadlines/time-limit'
import type { WorkingCalendar } from '@/lib/deadlines/working-calendar'
import type { Procedure } from '@/lib/procedures/procedure'
import type { ClockStart } from '@/lib/procedures/shape/process'
import type { Result } from '@/lib/shared/result'
import type { ClockEffect } from '@/lib/workflow/flows/licence-events'
import { APPLICANT_STATES } from '@/lib/workflow/flows/licence-states'

/** What an event says to the clocks besides its time. */
export type ClockOrders = {
  /** From when a clock counts, when not from the event: the day of the minutes. */
  from?: Date
  /** What waiting for the applicant does to the limit; the law of the case decides. */
  waitEffect?: Wait['effect']
  replyDue?: Date
  extendTo?: Day
}

export type ClockMoment = {
  dossier: DossierRow
  at: Date
  changes: DossierChanges
  orders: ClockOrders
}
type Rules = { calendar: WorkingCalendar; calendarVersionId: string; procedure: Procedure }

/** The clock that runs while the agency puts a wrong result right. */
export const CORRECTION_CLOCK = 'correction'

/**
 * The columns that follow from what an event does to the clocks. Due dates come from here alone:
 * acceptance 8 working hours (Decree 118/2025 Art. 17.2.c), the clocks of the bound procedure version
 * (Law 15/2023 Art. 52.4), counted anew after a timely supplement (Art. 19.5), once extended (Art. 19.6).
 */
export async function clockChanges(
  tx: Queryable,
  effect: ClockEffect,
  moment: ClockMoment,
): Promise<DossierChanges> {
  if (effect === 'none' || waitsAlready(effect, moment.dossier)) return {}
  if (effect === 'receive') return { receivedAt: moment.dossier.receivedAt ?? moment.at }
  const rules = await rulesOf(tx, moment)
  const clocks = EFFECTS[effect](moment.dossier.clocks, { ...moment, rules })
  return {
    ...columnsOf(clocks, moment.dossier, rules.procedure),
    ...marksOf(effect, moment, rules),
  }
}

/** Which due dates an event moved: it stands in the record, with the date before and after. */
export function dueMoved(
  before: readonly ClockRun[],
  after: readonly ClockRun[] | undefined,
): DueMoved[] {
  return (after ?? []).flatMap((run, index): DueMoved[] => {
    const was = before[index]?.due ?? null
    return was === run.due ? [] : [{ key: run.key, before: was, after: run.due }]
  })
}

/**
 * A wish to stop while the applicant is awaited anyway changes no clock and no date to answer by, and
 * neither does taking it back: the first wait goes on.
 */
function waitsAlready(effect: ClockEffect, { state, stateBefore }: DossierRow): boolean {
  if (effect === 'wait') return APPLICANT_STATES.includes(state)
  const before = state === 'stop-requested' ? stateBefore : null
  return effect === 'resume' && before !== null && APPLICANT_STATES.includes(before)
}

type Setting = ClockMoment & { rules: Rules }
type Effect = (clocks: readonly ClockRun[], setting: Setting) => ClockRun[]

const EFFECTS: Record<Exclude<ClockEffect, 'none' | 'receive'>, Effect> = {
  'start-acceptance': (clocks, setting) => [
    ...clocks,
    begin(setting, clockOf(setting, ['payment', 'submission'])),
  ],
  'answer-acceptance': (clocks, { at }) => endAll(clocks, at),
  'start-appraisal': (clocks, setting) => [
    ...endAll(clocks, setting.at),
    begin(
      { ...setting, orders: { ...setting.orders, from: startOfWork(setting.dossier, setting.at) } },
      clockOf(setting, ['acceptance']),
    ),
  ],
  'end-appraisal': (clocks, { at }) => endAll(clocks, at),
  // Only some procedures count anew from the minutes; with the others the visit lies within the one limit.
  'start-issue': (clocks, setting) => {
    const counts = setting.rules.procedure.clocks.some(
      ({ startsAt }) => startsAt === 'inspection-minutes',
    )
    if (!counts) return [...clocks]
    const issue = clockOf(setting, ['inspection-minutes'])
    return [...endAll(clocks, setting.at), begin(setting, issue)]
  },
  'start-correction': (clocks, setting) => [
    ...endAll(clocks, setting.at),
    begin(setting, {
      key: CORRECTION_CLOCK,
      limit: [
        { value: oneDoorRule('correct-result', dayOf(setting.at)).value, unit: 'working-day' },
      ],
    }),
  ],
  wait: (clocks, { at, orders }) =>
    running(clocks, (run) =>
      openWait(run, { from: at.toISOString(), effect: orders.waitEffect ?? 'pause' }),
    ),
  resume: (clocks, { at, rules }) =>
    running(clocks, (run) => sound(closeWait(rules.calendar, run, at.toISOString()))),
  extend: (clocks, { orders, rules }) =>
    running(clocks, (run) => {
      if (!orders.extendTo) throw new Error('an extension without its new day')
      return sound(extendClock(rules.calendar, run, orders.extendTo))
    }),
  recalendar: (clocks, { rules }) =>
    clocks.map((run) => (run.endedAt ? run : sound(recalendar(rules.calendar, run)))),
  end: (clocks, { at }) => endAll(clocks, at),
}

/** What the event sets besides the clocks themselves. */
function marksOf(effect: ClockEffect, moment: ClockMoment, rules: Rules) {
  const { dossier, at, orders, changes } = moment
  const { calendarVersionId } = rules
  const replyDueAt = orders.replyDue ?? null
  switch (effect) {
    case 'start-acceptance':
      return {
        receivedAt: dossier.receivedAt ?? at,
        replyDueAt: null,
        ...(dossier.filedElsewhere || changes.filedElsewhere ? { clockStartAt: at } : {}),
      }
    case 'start-appraisal':
      return { acceptedAt: at, clockStartAt: startOfWork(dossier, at), calendarVersionId }
    case 'answer-acceptance':
    case 'end-appraisal':
      // The agency owes nothing until the answer comes.
      return { replyDueAt, dueAt: null }
    case 'wait':
      return { replyDueAt }
    case 'start-issue':
    case 'resume':
      return { replyDueAt: null }
    case 'start-correction':
      return { endedAt: null }
    case 'recalendar':
      return { calendarVersionId }
    case 'end':
      return { endedAt: at, replyDueAt: null }
    default:
      return {}
  }
}

function columnsOf(clocks: ClockRun[], dossier: DossierRow, procedure: Procedure): DossierChanges {
  const dueOf = (starts: readonly ClockStart[]) => {
    const key = procedure.clocks.find(({ startsAt }) => starts.includes(startsAt))?.key
    return moment(clocks.findLast((run) => run.key === key)?.due)
  }
  const last = clocks.at(-1)
  const open = last && last.endedAt === null ? last : undefined
  return {
    clocks,
    acceptanceDueAt: dueOf(['payment', 'submission']),
    appraisalDueAt: dueOf(['acceptance']),
    issueDueAt: dueOf(['inspection-minutes']),
    // Nothing is due while the law waits for the applicant; what ended keeps the date it ended under.
    dueAt: open ? dueNow(open) : dossier.dueAt,
    reportDueAt: moment(last?.reportDue),
  }
}

function dueNow(run: ClockRun): Date | null {
  return standsStill(run) ? null : moment(run.due)
}

function moment(written: string | undefined): Date | null {
  return written === undefined ? null : new Date(written)
}

function begin(
  { at, orders, rules, changes }: Setting,
  { key, limit }: { key: string; limit: readonly TimeLimit[] },
): ClockRun {
  // Minutes are recorded after the visit, and count from its day.
  const minutes = changes.minutesAt
  return sound(
    startClock(rules.calendar, { key, limit: [...limit], from: orders.from ?? minutes ?? at }),
  )
}

/** The clock that starts with an event, with the limit that holds on its first day. */
function clockOf({ rules, at }: Setting, starts: readonly ClockStart[]) {
  const { procedure } = rules
  const clock = procedure.clocks.find(({ startsAt }) => starts.includes(startsAt))
  if (!clock) throw new Error(`${procedure.key} has no clock that starts at ${starts.join('/')}`)
  const ordinary = { limit: clock.limit, from: null, to: null, legal: '' }
  return { key: clock.key, limit: sound(limitInForce([ordinary, ...clock.cuts], dayOf(at))).limit }
}

/** Changes the clock that runs; without one there is nothing to change. */
function running(clocks: readonly ClockRun[], change: (run: ClockRun) => ClockRun): ClockRun[] {
  return clocks.map((run, index) =>
    index === clocks.length - 1 && run.endedAt === null ? change(run) : run,
  )
}

function endAll(clocks: readonly ClockRun[], at: Date): ClockRun[] {
  return clocks.map((run) => (run.endedAt ? run : endClock(run, at.toISOString())))
}

/** The use case has asked before: what is refused here is a bug. */
function sound<Value>(result: Result<Value, { code: string }>): Value {
  if (!result.ok) throw new Error(`no due date: ${result.refusal.code}`)
  return result.value
}

async function rulesOf(tx: Queryable, { dossier, at, changes }: ClockMoment): Promise<Rules> {
  const versionId = changes.clockVersionId ?? dossier.clockVersionId ?? dossier.procedureVersionId
  const version = await getDefinition(tx, versionId)
  const calendar = await getCalendar(tx, dossier.solvingAgencyId, dayOf(at))
  return {
    procedure: getProcedureBody(version),
    calendar: calendar.body,
    calendarVersionId: calendar.versionId,
  }
}
