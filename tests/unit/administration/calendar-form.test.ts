import { expect, it } from 'vitest'
import { readCalendarForm, typedFrom, yearsOfForm } from '@/lib/administration/calendar-form'
import { workingCalendarSchema } from '@/lib/deadlines/calendar-file'
import raw from '@/lib/deadlines/calendars/default.json' with { type: 'json' }

const IN_FORCE = workingCalendarSchema.parse(raw)
const typed = typedFrom(IN_FORCE, () => 'Nghỉ lễ')
const read = (change: Record<string, string>) => readCalendarForm({ ...typed, ...change }, IN_FORCE)

it('gives the calendar in force back when nothing is changed, and asks about one year more', () => {
  expect(yearsOfForm(IN_FORCE).at(-1)).toBe('2028')
  expect(typed['off-2027']?.split('\n')[0]).toBe('01/01/2027 Nghỉ lễ')
  const answer = read({})
  if (!('calendar' in answer)) throw new Error(JSON.stringify(answer.faults))
  expect(answer.calendar.hours).toEqual(IN_FORCE.hours)
  expect(Object.keys(answer.calendar.years)).toEqual(Object.keys(IN_FORCE.years))
  expect(answer.calendar.years['2027']?.off).toEqual(IN_FORCE.years['2027']?.off)
})

it('reads days both ways with their names, Saturday mornings and a new year', () => {
  const answer = read({
    'off-2028': '2028-01-03 – Nghỉ bù\n\n 26/1/2028 Tết Nguyên đán',
    'makeup-2028': '05/02/2028',
    'legal-2028': 'Thông báo 1',
    saturdayFrom: '07:30',
    saturdayTo: '11:30',
  })
  expect(answer).toMatchObject({
    calendar: {
      weekdays: { '6': [['07:30', '11:30']] },
      years: {
        '2028': {
          off: ['2028-01-03', '2028-01-26'],
          makeup: ['2028-02-05'],
          names: { '2028-01-03': 'Nghỉ bù', '2028-01-26': 'Tết Nguyên đán' },
        },
      },
    },
  })
})

it.each([
  ['no date', { 'off-2027': '01/01/2027\nTết' }, 'off-2027:2 not-a-date'],
  ['a day that is none', { 'off-2027': '31/02/2027' }, 'off-2027:1 not-a-date'],
  ['a Sunday', { 'off-2027': '01/01/2027\n\n07/02/2027 Tết' }, 'off-2027:3 off-on-closed-day'],
  ['another year', { 'off-2027': '03/01/2028' }, 'off-2027:1 day-outside-year'],
  ['twice', { 'off-2027': '01/01/2027\n01/01/2027' }, 'off-2027:2 day-twice'],
  ['an open day', { 'makeup-2027': '01/02/2027' }, 'makeup-2027:1 makeup-on-open-day'],
  ['hours turned round', { morningTo: '07:00' }, 'morningFrom:0 session-reversed'],
  ['no legal source', { 'legal-2027': ' ' }, 'legal-2027:0 legal-missing'],
])('names the field and the line: %s', (_, change, said) => {
  const answer = read(change)
  const faults = 'faults' in answer ? answer.faults : []
  expect(faults.map(({ field, line = 0, code }) => `${field}:${line} ${code}`)).toContain(said)
})
