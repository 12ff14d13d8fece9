import { describe, expect, it } from 'vitest'
import type { Answers } from '@/lib/procedures/answers'
import { monthsIn } from '@/lib/procedures/periods'
import { runPreChecks } from '@/lib/procedures/pre-checks'
import { firstOverlap, lieWithin, meet, stretchesOf, weeklyHours } from '@/lib/procedures/timetable'
import {
  charityClinicAnswers,
  clinicAnswers,
  householdClinicAnswers,
  practitioner,
} from '@/tests/factories/answers'
import { clinicRules } from '@/tests/factories/clinic-procedure'

function found(answers: Answers, today?: string): string[] {
  const rules = clinicRules(today === undefined ? {} : { today })
  return runPreChecks(rules, answers).map(({ rule, path }) => `${rule} @ ${path}`)
}

const evening = [{ days: ['t2'], from: '18:00', to: '22:00' }]

describe('cross rules', () => {
  it.each([
    ['a company', clinicAnswers()],
    ['a household', householdClinicAnswers()],
    ['an individual', charityClinicAnswers()],
  ])('have nothing to say about %s in order', (_, answers) => {
    expect(found(answers)).toEqual([])
  })

  it('have nothing to say about an empty form', () => {
    expect(found({})).toEqual([])
  })

  it.each<[string, Answers, string]>([
    [
      'a skin doctor in charge of a dental clinic',
      { rp_scope: ['bs-da-lieu'] },
      'rp-scope-fits @ rp_scope',
    ],
    [
      'a person in charge who is not on the list',
      { rp_id_number: '001090001111' },
      'rp-among-practitioners @ rp_id_number',
    ],
    [
      'a person in charge for some evenings',
      { rp_hours: evening },
      'rp-full-time-hours @ rp_hours',
    ],
    [
      'a performer nobody knows',
      { techniques: [{ code: '1', name: 'Nhổ răng', performer: 'Ai đó' }] },
      'performers-among-practitioners @ techniques[0].performer',
    ],
    [
      'hours after closing',
      {
        practitioners: [
          practitioner({
            schedule: [{ days: ['t2', 't3', 't4', 't5', 't6', 't7'], from: '08:00', to: '21:00' }],
          }),
        ],
      },
      'hours-within-opening @ practitioners[0].schedule',
    ],
    [
      'opening hours without anybody',
      { practitioners: [practitioner()] },
      'opening-staffed @ working_hours',
    ],
    [
      'a second specialty without a head',
      {
        organisation_form: 'phong-kham-chuyen-khoa',
        clinic_specialty: 'da-lieu',
        secondary_specialty: 'nhi',
        rp_scope: ['bs-da-lieu'],
      },
      'second-specialty-differs @ secondary_specialty',
    ],
    [
      'procedures without a room',
      {
        rooms: [
          { room_type: 'kham', area_m2: 20 },
          { room_type: 'tiep-don', area_m2: 20 },
        ],
      },
      'procedure-room @ rooms',
    ],
    ['rooms larger than the floor', { floor_area_m2: 50 }, 'rooms-fit-floor @ floor_area_m2'],
    [
      'a clinic in the living room',
      { separate_from_home: false },
      'apart-from-home @ separate_from_home',
    ],
    [
      'a head who is not on the list',
      {
        has_units: true,
        department_heads: [{ unit: 'Nhi', full_name: 'Ai đó', id_number: '001090001111' }],
      },
      'heads-among-practitioners @ department_heads[0].id_number',
    ],
    [
      'a number of a province that never was',
      { org_legal_rep: { full_name: 'x', position: 'x', id_number: '003085001234' } },
      'personal-ids @ org_legal_rep.id_number',
    ],
    [
      'a number of another year of birth',
      {
        org_legal_rep: {
          full_name: 'x',
          position: 'x',
          id_number: '001085001234',
          date_of_birth: '1990-01-01',
        },
      },
      'personal-ids @ org_legal_rep.id_number',
    ],
  ])('notice %s', (_, overrides, expected) => {
    expect(found(clinicAnswers(overrides))).toEqual([expected])
  })

  it('notice hours that overlap with those at another facility, with the clause', () => {
    const busy = practitioner({ other_facilities: 'Bệnh viện Mẫu', other_schedule: evening })
    const nights = {
      working_hours: [{ days: ['t2', 't3', 't4', 't5', 't6', 't7'], from: '08:00', to: '17:00' }],
    }
    const late = practitioner({
      ...busy,
      schedule: [{ days: ['t2', 't3', 't4', 't5', 't6', 't7'], from: '08:00', to: '19:00' }],
    })
    const findings = runPreChecks(clinicRules(), clinicAnswers({ practitioners: [late] }))
    expect(findings).toContainEqual(
      expect.objectContaining({
        rule: 'no-overlap-elsewhere',
        section: 'practitioners',
        path: 'practitioners[0].other_schedule',
        message: expect.objectContaining({
          vi: 'Đặng Quốc Việt: giờ đăng ký trùng với giờ hành nghề tại cơ sở khác.',
        }),
        clause: expect.objectContaining({ law: 'Luật 15/2023/QH15', article: 'Điều 35' }),
      }),
    )
    expect(found(clinicAnswers({ ...nights, practitioners: [busy] }))).toEqual([])
  })

  it('want the IT of the law from 01/01/2027 only', () => {
    const answers = clinicAnswers({ his_connected: false })
    expect(found(answers, '2026-12-31')).toEqual([])
    expect(found(answers, '2027-01-01')).toEqual(['it-2027 @ his_connected'])
  })
})

describe('timetables', () => {
  const day = { days: ['t2', 't3'], from: '08:00', to: '12:00' }
  const noon = { days: ['t2'], from: '12:00', to: '13:00' }

  it('merge where they touch and count once', () => {
    expect(stretchesOf([noon, day])).toHaveLength(2)
    expect(weeklyHours([day, noon, day])).toBe(9)
  })

  it('meet only when they share a minute', () => {
    expect(meet([day], [noon])).toBe(false)
    expect(meet([day], [{ days: ['t3'], from: '11:59', to: '13:00' }])).toBe(true)
    expect(firstOverlap([day, noon])).toBeNull()
    expect(firstOverlap([day, noon, day])).toBe(2)
  })

  it('lie within each other across touching lines', () => {
    expect(lieWithin([{ days: ['t2'], from: '09:00', to: '12:30' }], [day, noon])).toBe(true)
    expect(lieWithin([{ days: ['t3'], from: '09:00', to: '12:30' }], [day, noon])).toBe(false)
  })
})

describe('periods', () => {
  it.each([
    ['a year', [['2025-01-01', '2025-12-31']], 12],
    ['a day less than a month', [['2025-03-01', '2025-03-29']], 0],
    [
      'the same year at two places',
      [
        ['2025-01-01', '2025-12-31'],
        ['2025-01-01', '2025-12-31'],
      ],
      12,
    ],
    [
      'two that touch',
      [
        ['2025-02-01', '2025-02-28'],
        ['2025-03-01', '2025-03-31'],
      ],
      2,
    ],
    ['a short month and two more', [['2025-02-01', '2025-04-30']], 3],
    [
      'days of two that do not meet',
      [
        ['2025-01-01', '2025-01-15'],
        ['2025-03-01', '2025-03-15'],
      ],
      1,
    ],
    [
      'one within another',
      [
        ['2025-01-01', '2025-12-31'],
        ['2025-03-01', '2025-04-30'],
      ],
      12,
    ],
    ['no period', [], 0],
  ] as [string, [string, string][], number][])('count %s', (_, periods, months) => {
    expect(monthsIn(periods.map(([from, to]) => ({ from, to })))).toBe(months)
  })
})
