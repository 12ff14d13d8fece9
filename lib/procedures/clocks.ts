import { type DueDate, dueDate } from '@/lib/deadlines/due-date'
import type { TimeLimit, TimeUnit } from '@/lib/deadlines/time-limit'
import type { WorkingCalendar } from '@/lib/deadlines/working-calendar'
import type { Procedure } from '@/lib/procedures/procedure'
import type { ClockStart, ProcedureClock, Step } from '@/lib/procedures/shape/process'
import type { Locale } from '@/lib/procedures/shape/text'

const UNITS: Record<Locale, Record<TimeUnit, readonly [one: string, many: string]>> = {
  vi: {
    'working-hour': ['giờ làm việc', 'giờ làm việc'],
    'working-day': ['ngày làm việc', 'ngày làm việc'],
    'calendar-day': ['ngày', 'ngày'],
    month: ['tháng', 'tháng'],
    'same-day': ['ngày làm việc (giải quyết trong ngày)', 'ngày làm việc'],
  },
  en: {
    'working-hour': ['working hour', 'working hours'],
    'working-day': ['working day', 'working days'],
    'calendar-day': ['day', 'days'],
    month: ['month', 'months'],
    'same-day': ['working day (the same day)', 'working days'],
  },
}

/** "60 ngày", "2,5 ngày làm việc", "10 working days"; legs are joined with +. */
export function describeLimit(limit: readonly TimeLimit[], locale: Locale): string {
  return limit
    .map(({ value, unit }) => {
      const number = locale === 'vi' ? String(value).replace('.', ',') : String(value)
      return `${number} ${UNITS[locale][unit][value === 1 ? 0 : 1]}`
    })
    .join(' + ')
}

/** The clock that begins, or begins anew, with an event. */
export function clockStartingAt(
  procedure: Procedure,
  start: ClockStart,
): ProcedureClock | undefined {
  return (
    procedure.clocks.find((clock) => clock.startsAt === start) ??
    procedure.clocks.find((clock) => clock.restartsAt.includes(start))
  )
}

export type RunningClock = DueDate & { clock: ProcedureClock; from: Date }

/** The clocks whose start is known with their due dates; the latest restart counts. */
export function runningClocks(
  procedure: Procedure,
  calendar: WorkingCalendar,
  moments: Partial<Record<ClockStart, Date>>,
): RunningClock[] {
  return procedure.clocks.flatMap((clock): RunningClock[] => {
    const from = [clock.startsAt, ...clock.restartsAt]
      .flatMap((start) => moments[start] ?? [])
      .reduce<Date | null>((latest, at) => (latest && latest > at ? latest : at), null)
    if (!from) return []
    const due = dueDate(calendar, { from, limit: clock.limit })
    return due.ok ? [{ clock, from, ...due.value }] : []
  })
}

/** The steps that spend a clock, in order; their shares make the whole of it. */
export function stepsOf(procedure: Procedure, clockKey: string): Step[] {
  return procedure.steps.filter((step) => step.clock === clockKey)
}
