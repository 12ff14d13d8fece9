import { describe, expect, it } from 'vitest'
import type { Answers } from '@/lib/procedures/answers'
import { answersSchema } from '@/lib/procedures/answers-schema'
import { runPreChecks } from '@/lib/procedures/pre-checks'
import { readAnswers } from '@/lib/procedures/read-answers'
import {
  charityClinicAnswers,
  clinicAnswers,
  householdClinicAnswers,
  practitioner,
} from '@/tests/factories/answers'
import { clinicRules } from '@/tests/factories/clinic-procedure'

const rules = clinicRules()
const submit = answersSchema(rules, 'submit')
const section = answersSchema(rules, 'section')

/** The obstacles as `path code`, for one short line in a test. */
function obstacles(answers: Record<string, unknown>): string[] {
  return readAnswers(rules, answers).obstacles.map(({ path, code }) => `${path} ${code}`)
}

describe('complete answers', () => {
  it.each([
    ['a company', clinicAnswers()],
    ['a household', householdClinicAnswers()],
    ['an individual', charityClinicAnswers()],
  ])('of %s can be sent as they are', (_, answers) => {
    expect(submit.parse(answers)).toEqual(answers)
  })

  it('lose what is hidden when they are sent, and keep it in a draft', () => {
    const answers = clinicAnswers({ radiation_use: false })
    expect(section.parse(answers)).toHaveProperty('radiation_licence_no')
    expect(submit.parse(answers)).not.toHaveProperty('radiation_licence_no')
  })

  it('lose what nobody asked', () => {
    expect(submit.parse({ ...clinicAnswers(), is_owner: true })).toEqual(clinicAnswers())
  })
})

describe('what is wrong', () => {
  it.each<[string, Answers | Record<string, unknown>, string]>([
    ['a wrong tax code', { org_tax_code: '0100112438' }, 'org_tax_code tax-code'],
    [
      'a commune of another province',
      { facility_address: { province: '79', commune: '00175', street: 'x' } },
      'facility_address.commune commune-unknown',
    ],
    [
      'a province of before the merger',
      { facility_address: { province: '27', commune: '', street: 'x' } },
      'facility_address.province province-unknown',
    ],
    [
      'a street that is missing',
      { facility_address: { province: '01', commune: '00175', street: '' } },
      'facility_address.street required',
    ],
    ['an unknown choice', { ownership: 'toi' }, 'ownership not-in-list'],
    [
      'a dental specialty where the form says it',
      { organisation_form: 'phong-kham-chuyen-khoa', clinic_specialty: 'rang-ham-mat' },
      'clinic_specialty not-in-list',
    ],
    ['less than nothing of practice', { rp_months_practised: 0 }, 'rp_months_practised too-small'],
    ['a date to come', { rp_licence_date: '2027-01-01' }, 'rp_licence_date too-late'],
    ['a lease that has ended', { lease_end_date: '22/11/2026' }, 'lease_end_date too-early'],
    ['an ambiguous number', { floor_area_m2: '1,200' }, 'floor_area_m2 ambiguous-number'],
    ['half a chair', { dental_chairs: '2,5' }, 'dental_chairs not-an-integer'],
    ['a declaration not made', { commit_truth: false }, 'commit_truth must-declare'],
    ['a notice not read', { data_notice: 'false' }, 'data_notice must-acknowledge'],
    [
      'hours that end before they begin',
      { working_hours: [{ days: ['t2'], from: '17:00', to: '08:00' }] },
      'working_hours[0].to time-order',
    ],
    [
      'hours that meet',
      {
        working_hours: [
          { days: ['t2', 't3'], from: '08:00', to: '12:00' },
          { days: ['t3'], from: '11:00', to: '13:00' },
        ],
      },
      'working_hours[1].from time-overlap',
    ],
    ['no room at all', { rooms: [] }, 'rooms required'],
    [
      'a cell that is missing',
      { practitioners: [practitioner({ full_name: '' })] },
      'practitioners[0].full_name required',
    ],
    [
      'a cell that is wrong, once',
      { practitioners: [practitioner({ id_number: '12' })] },
      'practitioners[0].id_number personal-id',
    ],
    [
      'the same person twice',
      { practitioners: [practitioner(), practitioner()] },
      'practitioners[1].id_number duplicate-row',
    ],
    [
      'hours elsewhere that are missing',
      { practitioners: [practitioner({ other_facilities: 'Bệnh viện Mẫu' })] },
      'practitioners[0].other_schedule required',
    ],
    [
      'a part of a person',
      { org_legal_rep: { full_name: 'x', id_number: '001085001234' } },
      'org_legal_rep.position required',
    ],
    [
      'a year of make to come',
      {
        equipment: [
          {
            name: 'x',
            model: 'x',
            manufacturer: 'x',
            country: 'VN',
            year: 2027,
            quantity: 1,
            condition: 1,
          },
        ],
      },
      'equipment[0].year too-large',
    ],
  ])('%s', (_, overrides, obstacle) => {
    expect(obstacles({ ...clinicAnswers(), ...overrides })).toEqual([obstacle])
  })

  it.each<[string, Answers, string]>([
    ['too little practice', { rp_months_practised: 35 }, 'từ 36 tháng trở lên'],
    ['part time', { rp_full_time: false }, 'điều kiện của thủ tục là “Có”'],
    ['in charge elsewhere', { rp_in_charge_elsewhere: true }, 'điều kiện của thủ tục là “Không”'],
    ['a floor too small', { floor_area_m2: 9 }, 'từ 10 m² trở lên'],
    [
      'one room only',
      { rooms: [{ room_name: 'x', room_type: 'kham', floor: '1', area_m2: 20 }] },
      'có ít nhất 2 dòng',
    ],
  ])('is named and not refused where an officer has to judge: %s', (_, overrides, words) => {
    const answers = { ...clinicAnswers(), ...overrides }
    expect(obstacles(answers)).toEqual([])
    const path = Object.keys(overrides)[0]
    const named = runPreChecks(clinicRules(), answers).filter((finding) => finding.path === path)
    expect(named.map(({ message }) => message.vi).join()).toContain(words)
    expect(named.every(({ severity }) => severity === 'warning')).toBe(true)
  })

  it('is a message key with a path and parameters in the schema', () => {
    const result = submit.safeParse(clinicAnswers({ rp_months_practised: 0 }))
    expect(result.error?.issues).toEqual([
      expect.objectContaining({
        path: ['rp_months_practised'],
        message: 'too-small',
        params: { min: 1 },
      }),
    ])
  })
})

describe('a draft', () => {
  it('may have gaps but nothing malformed', () => {
    expect(section.safeParse({}).success).toBe(true)
    expect(section.safeParse({ org_phone: '12' }).success).toBe(false)
    expect(section.safeParse({ rp_full_time: false }).success).toBe(true)
  })
})

describe('who is asked what', () => {
  const { org_tax_code: _, ...withoutTaxCode } = clinicAnswers()

  it('an enterprise needs a tax code, a public unit does not', () => {
    expect(obstacles(withoutTaxCode)).toEqual(['org_tax_code required'])
    expect(obstacles({ ...withoutTaxCode, org_type: 'don-vi-su-nghiep' })).toEqual([])
  })

  it('an individual is asked nothing of organisations', () => {
    const empty = obstacles({ org_type: 'ca-nhan' })
    expect(empty.filter((line) => /^org_(name|tax|reg|head|legal)/.test(line))).toEqual([])
    expect(empty).toContain('owner_person required')
    expect(empty).toContain('owner_address required')
  })

  it('a dental clinic is asked for chairs whatever else it says', () => {
    expect(obstacles({ organisation_form: 'phong-kham-rhm' })).toContain('dental_chairs required')
    const skin = { organisation_form: 'phong-kham-chuyen-khoa', clinic_specialty: 'da-lieu' }
    expect(obstacles(skin)).not.toContain('dental_chairs required')
  })
})
