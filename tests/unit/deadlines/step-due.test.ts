import { expect, it } from 'vitest'
import { type ClockRun, closeWait, openWait, startClock } from '@/lib/deadlines/clock-run'
import { DEFAULT_CALENDAR } from '@/lib/deadlines/default-calendar'
import { readLocalMoment, writeLocalMoment } from '@/lib/deadlines/local-moment'
import { stepDue } from '@/lib/deadlines/step-due'

const at = (written: string): Date => readLocalMoment(written) ?? new Date(Number.NaN)

function clock(value: number, unit: 'working-day' | 'calendar-day'): ClockRun {
  const limit = [{ value, unit }]
  const run = startClock(DEFAULT_CALENDAR, { key: 'a', limit, from: at('2026-11-30 08:00') })
  if (!run.ok) throw new Error(run.refusal.code)
  return run.value
}

function ends(run: ClockRun, ...parts: number[]): string[] {
  return parts.map((to, index) => {
    const { due } = stepDue(DEFAULT_CALENDAR, run, { from: parts[index - 1] ?? 0, to })
    return writeLocalMoment(due).replace('T', ' ')
  })
}

it('a step gets its share of the office minutes, and the last ends with the clock', () => {
  // From Mon 30/11 8:00 to Fri 4/12 17:00 are 40 hours: 8, 20 and 40 of them.
  expect(ends(clock(4, 'working-day'), 0.2, 0.5, 1)).toEqual([
    '2026-11-30 17:00',
    '2026-12-02 12:00',
    '2026-12-04 17:00',
  ])
})

it('of a limit of calendar days it gets a share of the office minutes too', () => {
  // 7 days end on Mon 7/12: 48 hours, half of them end on Wed 2/12.
  expect(ends(clock(7, 'calendar-day'), 0.5, 1)).toEqual(['2026-12-02 17:00', '2026-12-07 17:00'])
})

it('a third is rounded up to a whole minute', () => {
  expect(ends(clock(4, 'working-day'), 1 / 7)).toEqual(['2026-11-30 14:43'])
})

it('a wait moves the steps that it meets, by its office minutes', () => {
  const open = openWait(clock(4, 'working-day'), {
    from: at('2026-12-01 08:00').toISOString(),
    effect: 'pause',
  })
  const run = closeWait(DEFAULT_CALENDAR, open, at('2026-12-01 17:00').toISOString())
  if (!run.ok) throw new Error(run.refusal.code)
  expect(ends(run.value, 0.2, 0.5, 1)).toEqual([
    '2026-11-30 17:00',
    '2026-12-03 12:00',
    '2026-12-07 17:00',
  ])
})
