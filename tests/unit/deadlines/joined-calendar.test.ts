import { expect, it } from 'vitest'
import { recalendar, startClock } from '@/lib/deadlines/clock-run'
import {
  addWorkingDays,
  addWorkingMinutes,
  isWorkingDay,
  joinCalendars,
  startOfDay,
  type WorkingCalendar,
  workingDaysBetween,
} from '@/lib/deadlines/working-calendar'

const at = (written: string) => new Date(`${written}:00+07:00`)
const plain = (change: Partial<WorkingCalendar> = {}): WorkingCalendar => ({
  key: 'office',
  hours: [
    ['08:00', '12:00'],
    ['13:00', '17:00'],
  ],
  years: { '2026': { off: ['2026-12-02'], makeup: [] } },
  ...change,
})
const early: WorkingCalendar = plain({
  hours: [
    ['07:00', '11:00'],
    ['13:00', '17:00'],
  ],
  weekdays: { '6': [['07:00', '11:00']] },
  years: { '2026': { off: ['2026-12-10'], makeup: [] } },
})
/** The first calendar to the end of Friday 04/12/2026; the second from Saturday on, which it opens. */
const joined = joinCalendars(plain(), [{ from: '2026-12-05', calendar: early }])

it.each([
  ['2026-11-28', false],
  ['2026-12-02', false],
  ['2026-12-05', true],
  ['2026-12-10', false],
  ['2026-12-12', true],
])('counts %s by the calendar that held on it: open %s', (day, open) => {
  expect(isWorkingDay(joined, day)).toBe(open)
})

it.each([
  ['2026-12-03', '2026-12-03T08:00'],
  ['2026-12-06', '2026-12-07T07:00'],
])('opens on %s by the hours of that day', (day, opens) => {
  expect(startOfDay(joined, day)).toEqual(at(opens))
})

it('counts a span over the day in two parts', () => {
  // Tue 1, Thu 3 and Fri 4 by the old one (2/12 off); Sat 5, Mon 7, Tue 8, Wed 9 by the new one.
  expect(addWorkingDays(joined, '2026-11-30', 7)).toBe('2026-12-09')
  expect(workingDaysBetween(joined, '2026-11-30', '2026-12-11')).toBe(8)
  // One hour is left on Friday by the old hours; the second is Saturday's first.
  expect(addWorkingMinutes(joined, at('2026-12-04T16:00'), 120)).toEqual(at('2026-12-05T08:00'))
})

it('joins any number of calendars, and one alone is itself', () => {
  const back = joinCalendars(plain(), [
    { from: '2026-12-05', calendar: early },
    { from: '2026-12-12', calendar: plain() },
  ])
  const open = ['2026-12-05', '2026-12-10', '2026-12-12'].map((day) => isWorkingDay(back, day))
  expect(open).toEqual([true, false, false])
  expect(joinCalendars(early, [])).toBe(early)
})

it('a clock counted anew keeps the days behind it as they were', () => {
  const from = at('2026-12-01T09:00')
  const limit = [{ value: 5, unit: 'working-day' as const }]
  const begun = startClock(plain(), { key: 'appraisal', limit, from })
  if (!begun.ok) throw new Error(begun.refusal.code)
  // Wed 2 was a day off when it passed, and stays one: Thu 3, Fri 4, then Sat 5, Mon 7, Tue 8.
  const anew = recalendar(joined, begun.value)
  expect(anew.ok && anew.value.due).toBe(at('2026-12-08T17:00').toISOString())
  const asIfAlways = recalendar(early, begun.value)
  expect(asIfAlways.ok && asIfAlways.value.due).toBe(at('2026-12-07T17:00').toISOString())
})
