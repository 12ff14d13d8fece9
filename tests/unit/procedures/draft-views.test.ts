import { describe, expect, it } from 'vitest'
import { describeAnswer } from '@/lib/procedures/describe'
import { findMissing } from '@/lib/procedures/find-missing'
import { fieldsOf } from '@/lib/procedures/read-answers'
import { sectionStatuses } from '@/lib/procedures/section-status'
import { relevantAnswers, visibleSections } from '@/lib/procedures/visible'
import { CLINIC_PAPERS, charityClinicAnswers, clinicAnswers } from '@/tests/factories/answers'
import { CLINIC, clinicRules } from '@/tests/factories/clinic-procedure'

const rules = clinicRules()

function said(key: string, locale: 'vi' | 'en' = 'vi', answers = clinicAnswers()): string {
  const field = fieldsOf(CLINIC).find((one) => one.key === key)
  if (!field) throw new Error(`no ${key}`)
  return describeAnswer(field, answers[key], { codes: rules.codes, locale }).text
}

describe('an answer in words', () => {
  it.each([
    ['facility_address', 'Số 18 đường Mẫu, Phường Yên Hòa, Thành phố Hà Nội'],
    ['organisation_form', 'Phòng khám răng hàm mặt'],
    ['languages', 'Tiếng Việt, Tiếng Anh'],
    ['org_reg_date', '20/05/2024'],
    ['floor_area_m2', '120,5 m²'],
    ['radiation_use', 'Có'],
    ['telemedicine', 'Không'],
    ['org_phone', '0912345678'],
    ['working_hours', 'Thứ Hai đến Thứ Bảy: 08:00–20:00'],
    ['ownership', 'Tư nhân'],
  ])('%s', (key, text) => {
    expect(said(key)).toBe(text)
  })

  it('is English where it is wanted, with addresses as they are written', () => {
    expect(said('org_reg_date', 'en')).toBe('20 May 2024')
    expect(said('floor_area_m2', 'en')).toBe('120.5 m²')
    expect(said('working_hours', 'en')).toBe('Monday to Saturday: 08:00–20:00')
    expect(said('funding_amount', 'en', charityClinicAnswers())).toBe('VND 500,000,000')
    expect(said('funding_amount', 'vi', charityClinicAnswers())).toBe('500.000.000 đ')
  })

  it('has rows for a table, each cell with its label', () => {
    const field = fieldsOf(CLINIC).find(({ key }) => key === 'rooms')
    if (!field) throw new Error('no rooms')
    const context = { codes: rules.codes, locale: 'vi' } as const
    const { rows } = describeAnswer(field, clinicAnswers()['rooms'], context)
    expect(rows[1]).toEqual([
      { label: 'Tên phòng, khu vực', text: 'Phòng khám 1' },
      { label: 'Loại phòng', text: 'Phòng khám' },
      { label: 'Tầng', text: '1' },
      { label: 'Diện tích', text: '25,5 m²' },
      { label: 'Số giường, ghế', text: '2' },
    ])
  })

  it('is nothing for nothing', () => {
    expect(said('facility_website')).toBe('')
  })
})

describe('the sections a person sees', () => {
  const keys = (answers = clinicAnswers()) =>
    visibleSections(CLINIC, answers, rules.facts).map(({ key }) => key)

  it('have the charity only for charities', () => {
    expect(keys()).not.toContain('charity')
    expect(keys(charityClinicAnswers())).toContain('charity')
  })

  it('forget answers that were hidden by hidden answers', () => {
    const answers = clinicAnswers({
      wants_paper_copy: false,
      copy_channel: 'buu-chinh',
      copy_address: { province: '01', commune: '00175', street: 'x' },
    })
    const kept = relevantAnswers(CLINIC, answers, rules.facts)
    expect(kept).not.toHaveProperty('copy_channel')
    expect(kept).not.toHaveProperty('copy_address')
  })
})

describe('the task list', () => {
  it('has nothing begun in an empty draft', () => {
    const statuses = sectionStatuses(rules, { answers: {}, attached: [], visited: [] })
    expect(new Set(statuses.map(({ status }) => status))).toEqual(new Set(['not-started']))
  })

  it('is done when everything is there', () => {
    const answers = clinicAnswers()
    const draft = { answers, attached: CLINIC_PAPERS, visited: ['it'] }
    expect(sectionStatuses(rules, draft).filter(({ status }) => status !== 'done')).toEqual([])
    expect(findMissing(rules, answers, CLINIC_PAPERS)).toEqual([])
  })

  it('names what is missing with its place, papers too', () => {
    const { facility_name: _, ...answers } = clinicAnswers()
    const missing = findMissing(
      rules,
      answers,
      CLINIC_PAPERS.filter((key) => key !== 'lease'),
    )
    expect(missing).toEqual([
      {
        section: 'facility',
        field: 'facility_name',
        path: 'facility_name',
        code: 'required',
        params: {},
      },
      {
        section: 'papers',
        field: 'paper_lease',
        path: 'paper_lease',
        code: 'paper-missing',
        params: { paper: 'lease' },
      },
    ])
    const statuses = sectionStatuses(rules, { answers, attached: ['lease'], visited: [] })
    expect(statuses.find(({ section }) => section.key === 'facility')).toMatchObject({
      status: 'in-progress',
      missing: 1,
    })
  })
})
