import { describe, expect, it } from 'vitest'
import { DEFAULT_CALENDAR } from '@/lib/deadlines/default-calendar'
import { clockStartingAt, describeLimit, runningClocks, stepsOf } from '@/lib/procedures/clocks'
import { diffAnswers } from '@/lib/procedures/diff'
import { prefillAnswers } from '@/lib/procedures/prefill'
import { resultFields } from '@/lib/procedures/result-fields'
import { expandNumber } from '@/lib/procedures/result-number'
import { mapSensitive, sensitivePaths } from '@/lib/procedures/sensitive'
import { solvingAgency } from '@/lib/procedures/solving-agency'
import {
  charityClinicAnswers,
  clinicAnswers,
  householdClinicAnswers,
} from '@/tests/factories/answers'
import { CLINIC, clinicRules } from '@/tests/factories/clinic-procedure'

const rules = clinicRules()

describe('the licence', () => {
  it('is filled from the answers and leaves the rest to issue', () => {
    const fields = new Map(resultFields(rules, clinicAnswers()).map((field) => [field.key, field]))
    expect(fields.get('responsible_person')?.text).toBe('Bác sỹ Đặng Quốc Việt')
    expect(fields.get('responsible_licence')?.text).toBe(
      'số 001234/HNO-GPHN, cấp ngày 12/03/2020, nơi cấp: Sở Y tế thành phố Hà Nội',
    )
    expect(fields.get('scale')?.text).toBe('3 ghế nha khoa')
    expect(fields.get('licence_number')).toMatchObject({ text: null, filledBy: 'system' })
    expect(fields.get('signer')).toMatchObject({ text: null, filledBy: 'authority' })
  })

  it('names both specialties and no chairs for a skin clinic', () => {
    const fields = new Map(
      resultFields(rules, charityClinicAnswers()).map((one) => [one.key, one.text]),
    )
    expect(fields.get('organisation_form')).toBe('Phòng khám chuyên khoa Da liễu')
    expect(fields.get('scope_of_activity')).toMatch(/^Da liễu, Nhi khoa;/)
    expect(fields.has('scale')).toBe(false)
  })

  it('has a number with the letters of the province', () => {
    const { format } = CLINIC.result.number
    const parts = { licenceSuffix: 'HNO', issuedOn: '2026-07-01', answers: {} }
    expect(expandNumber(format, { ...parts, seq: 123 })).toBe('00123/HNO-GPHĐ')
    expect(expandNumber(format, { ...parts, seq: 123_456 })).toBe('123456/HNO-GPHĐ')
  })

  it('has a number with what the series of other procedures want', () => {
    const parts = { seq: 7, licenceSuffix: 'HNO', issuedOn: '2026-07-01' }
    const number = (format: string, answers = {}) => expandNumber(format, { ...parts, answers })
    expect(
      number('{yy}{seq:7}/PCB{answer:device_class}-{licence_suffix}', { device_class: 'B' }),
    ).toBe('260000007/PCBB-HNO')
    expect(number('VNDP-HC-{seq:3}-{mm}-{yy}')).toBe('VNDP-HC-007-07-26')
    expect(number('{seq}/{year}/XNQC')).toBe('7/2026/XNQC')
  })
})

describe('the agency', () => {
  it('is the health department of the place of the facility', () => {
    expect(solvingAgency(CLINIC, clinicAnswers())).toMatchObject({ value: { agencyKey: 'syt-01' } })
    expect(solvingAgency(CLINIC, householdClinicAnswers())).toMatchObject({
      value: { agencyKey: 'syt-79' },
    })
  })

  it.each([
    [{}, 'province-missing'],
    [{ facility_address: { province: '', commune: '', street: '' } }, 'province-missing'],
    [{ facility_address: { province: '27', commune: '', street: '' } }, 'province-unknown'],
  ])('is not known for %o', (answers, code) => {
    expect(solvingAgency(CLINIC, answers)).toEqual({ ok: false, refusal: { code } })
  })
})

describe('clocks', () => {
  const at = (written: string) => new Date(`${written}:00+07:00`)

  it('run from their own event', () => {
    const running = runningClocks(CLINIC, DEFAULT_CALENDAR, {
      submission: at('2026-11-20T16:30'),
      acceptance: at('2026-12-08T09:00'),
      'inspection-minutes': at('2027-02-01T09:00'),
    })
    expect(running.map(({ clock, due }) => [clock.key, due])).toEqual([
      ['acceptance', at('2026-11-23T16:30')],
      ['appraisal', at('2027-02-11T17:00')],
      ['issue', at('2027-02-22T17:00')],
    ])
  })

  it('run again from the report on corrections', () => {
    const [issue] = runningClocks(CLINIC, DEFAULT_CALENDAR, {
      'inspection-minutes': at('2026-11-20T09:00'),
      'correction-report': at('2026-12-01T09:00'),
    })
    expect(issue).toMatchObject({ from: at('2026-12-01T09:00'), due: at('2026-12-15T17:00') })
    expect(clockStartingAt(CLINIC, 'correction-report')?.key).toBe('issue')
  })

  it('are said in words', () => {
    const half = [{ value: 2.5, unit: 'working-day' }] as const
    expect(describeLimit(half, 'vi')).toBe('2,5 ngày làm việc')
    expect(CLINIC.clocks.map(({ limit }) => describeLimit(limit, 'en'))).toEqual([
      '8 working hours',
      '60 days',
      '10 working days',
      '5 working days',
    ])
  })

  it('have steps that spend them wholly', () => {
    for (const { key } of CLINIC.clocks) {
      const sum = stepsOf(CLINIC, key).reduce((total, { share }) => total + share, 0)
      expect(sum).toBeCloseTo(1, 9)
    }
  })
})

describe('national identifiers', () => {
  it('are found wherever they stand', () => {
    expect(sensitivePaths(CLINIC, charityClinicAnswers())).toEqual([
      'owner_person.id_number',
      'rp_id_number',
      'practitioners[0].id_number',
      'practitioners[1].id_number',
      'department_heads[0].id_number',
    ])
  })

  it('are sealed and opened without touching anything else', () => {
    const answers = clinicAnswers()
    const sealed = mapSensitive(CLINIC, answers, (value) => `sealed:${value}`)
    expect(JSON.stringify(sealed)).not.toMatch(/"\d{12}"/)
    expect(answers).toEqual(clinicAnswers())
    const opened = mapSensitive(CLINIC, sealed, (value) => value.replace('sealed:', ''))
    expect(opened).toEqual(answers)
  })
})

describe('two versions of the answers', () => {
  it('differ by path', () => {
    const before = clinicAnswers()
    const after = clinicAnswers({
      facility_name: 'Phòng khám An Bình 2',
      facility_address: { province: '01', commune: '00175', street: 'Số 20' },
      languages: ['vi'],
      dental_chairs: 4,
    })
    expect(diffAnswers(before, after)).toEqual([
      {
        path: 'facility_name',
        before: 'Phòng khám Răng Hàm Mặt An Bình',
        after: 'Phòng khám An Bình 2',
      },
      { path: 'dental_chairs', before: 3, after: 4 },
      { path: 'facility_address.street', before: 'Số 18 đường Mẫu', after: 'Số 20' },
      { path: 'languages', before: ['vi', 'en'], after: ['vi'] },
    ])
    expect(diffAnswers(before, before)).toEqual([])
  })

  it('name what came and what went', () => {
    expect(diffAnswers({ a: 'x' }, { b: [{ c: 1 }] })).toEqual([
      { path: 'b[0].c', before: null, after: 1 },
      { path: 'a', before: 'x', after: null },
    ])
  })
})

describe('first answers', () => {
  it('come from the account, with their origin; what another answer hides waits until it is asked', () => {
    const { answers, origins } = prefillAnswers(rules, {
      'account.legal_form': 'cong-ty-tnhh-1tv',
      'organisation.name': ' Công ty  An Bình ',
      'organisation.tax_code': '123',
      'account.phone': '0912345678',
      'eid.person': { full_name: 'Đặng Quốc Việt' },
    })
    expect(answers).toEqual({
      org_type: 'cong-ty-tnhh-1tv',
      org_name: 'Công ty An Bình',
      org_phone: '+84912345678',
      owner_person: { full_name: 'Đặng Quốc Việt' },
    })
    expect(origins).toEqual({
      org_type: 'account.legal_form',
      org_name: 'organisation.name',
      org_phone: 'account.phone',
      owner_person: 'eid.person',
    })
  })
})
