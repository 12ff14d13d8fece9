import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { db } from '@/db/client'
import { countMovedDates, viewCalendars } from '@/lib/administration/calendar-desk'
import { publishCalendar } from '@/lib/administration/publish-calendar'
import { getCalendar } from '@/lib/casework/definitions'
import { workingCalendarSchema } from '@/lib/deadlines/calendar-file'
import { dayOf } from '@/lib/deadlines/day'
import { DEFAULT_CALENDAR } from '@/lib/deadlines/default-calendar'
import { isWorkingDay } from '@/lib/deadlines/working-calendar'
import type { PersonActor } from '@/lib/identity/actor'
import { anApplicant, anOfficer, aPaidDossier, MONDAY, setTheStage } from '../dossiers/stage'

const TODAY = dayOf(MONDAY)
const years = Object.fromEntries(
  Object.entries(DEFAULT_CALENDAR.years).map(([year, { off, makeup }]) => [
    year,
    { off, makeup, legal: 'Thông báo nghỉ lễ', confidence: 'official' },
  ]),
)
const hours = [
  ['07:30', '11:30'],
  ['13:30', '17:30'],
]
const summer = { hours, weekdays: { '6': [['07:30', '11:30']] }, years }

let leaveTheStage: () => Promise<void>
let administrator: PersonActor
beforeAll(async () => {
  leaveTheStage = await setTheStage()
  administrator = await anOfficer('administrator')
})
afterAll(() => leaveTheStage())

function publish(change: object = {}, actor = administrator) {
  const input = { whose: 'own-agency', effectiveFrom: TODAY, calendar: summer, ...change }
  return publishCalendar(actor, input, MONDAY)
}

const refused = (code: string) => ({ ok: false, refusal: { code } })
const hoursOn = async (agencyId: string, day: string) =>
  (await getCalendar(db, agencyId, day)).body.hours[0]?.[0]
const promised = async () =>
  (
    await db.execute(
      sql`select key from graphile_worker._private_jobs where key like 'recalendar:%'`,
    )
  ).map(({ key }) => key)

it.each([
  [
    'an overlap',
    {
      hours: [
        ['08:00', '12:00'],
        ['11:00', '17:00'],
      ],
    },
    'calendar.hours: sessions-overlap',
  ],
  [
    'a gap between years',
    { years: { '2024': years['2024'], '2026': years['2026'] } },
    'calendar.years.2025: year-missing',
  ],
  [
    'a holiday on a closed day',
    { years: { ...years, '2027': { ...years['2027'], off: ['2027-02-07'] } } },
    'calendar.years.2027.off: off-on-closed-day',
  ],
  [
    'a make-up day on an open one',
    { years: { ...years, '2027': { ...years['2027'], makeup: ['2027-02-01'] } } },
    'calendar.years.2027.makeup: makeup-on-open-day',
  ],
])('a calendar with %s is refused whole, and says where', async (_, change, fault) => {
  const answer = await publish({ calendar: { ...summer, ...change } })
  expect(answer).toEqual({ ok: false, refusal: { code: 'invalid-calendar', faults: [fault] } })
  expect(await hoursOn('syt-01', TODAY)).toBe('08:00')
})

it('is for the administrator of the agency, and the country’s for the Ministry', async () => {
  expect(await publish({}, await anOfficer('deskOfficer'))).toEqual(refused('not-permitted'))
  expect(await publish({ whose: 'everyone' })).toEqual(refused('not-permitted'))
  expect(await publish({ effectiveFrom: '2026-11-22' })).toEqual(refused('in-the-past'))
  const { '2024': _, ...fewer } = years
  expect(await publish({ calendar: { ...summer, years: fewer } })).toEqual(refused('years-lost'))
})

it('holds from its day for its agency alone, and the open dossiers will be counted anew', async () => {
  const first = await publish({ effectiveFrom: '2026-12-01' })
  expect(first).toMatchObject({ ok: true, value: { version: 1 } })
  expect(await hoursOn('syt-01', '2026-11-30')).toBe('08:00')
  expect(await hoursOn('syt-01', '2026-12-01')).toBe('07:30')
  expect(await hoursOn('syt-79', '2026-12-01')).toBe('08:00')
  expect(await promised()).toEqual([`recalendar:${first.ok && first.value.versionId}`])
})

it('leaves the days before it as they were', async () => {
  const { body } = await getCalendar(db, 'syt-01', '2026-12-01')
  const saturdays = ['2026-11-28', '2026-12-05'].map((day) => isWorkingDay(body, day))
  expect(saturdays).toEqual([false, true])
})

it('follows the newest version, and a version once published comes back only from another day', async () => {
  expect(await publish()).toEqual(refused('before-the-published'))
  expect(await publish({ effectiveFrom: '2026-12-01' })).toEqual(refused('already-published'))
  expect(await publish({ effectiveFrom: '2026-12-02' })).toMatchObject({ value: { version: 2 } })
})

it('of two at once, none takes the place of the other', async () => {
  const day = { effectiveFrom: '2026-12-10' }
  const other = { ...day, calendar: { ...summer, weekdays: {} } }
  const answers = await Promise.all([publish(day), publish(other)])
  const versions = answers.flatMap((answer) => (answer.ok ? [answer.value.version] : []))
  expect(versions.toSorted()).toEqual([3, 4].slice(0, versions.length))
  expect(versions).not.toEqual([])
})

it('says who published each version, and how many dates it would move', async () => {
  const desk = await viewCalendars(administrator, 'own-agency', new Date('2026-12-11T03:00:00Z'))
  expect(desk).toMatchObject({ own: true, choices: ['own-agency'] })
  expect(desk?.versions.every(({ publishedBy }) => publishedBy === 'Ngô Quang Huy')).toBe(true)
  expect(await viewCalendars(administrator, 'everyone', MONDAY)).toBeUndefined()
  expect(await viewCalendars(await anOfficer('agencyLeader'), 'own-agency', MONDAY)).toBeUndefined()
  await aPaidDossier(await anApplicant())
  const calendar = workingCalendarSchema.parse({ ...summer, key: 'syt-01', weekdays: {} })
  const of = (from: string) =>
    countMovedDates(administrator, { whose: 'own-agency', from, calendar })
  // The answer is owed on the next working day, by the hours of that day.
  expect(await of('2026-11-24')).toEqual({ moved: 1, more: false })
  expect(await of('2027-06-01')).toEqual({ moved: 0, more: false })
})
