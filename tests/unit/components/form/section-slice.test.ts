import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codesOf, sectionPayload } from '@/components/form/section-payload'
import { questionsThatDecide, sliceForSection } from '@/components/form/section-slice'
import type { Answers } from '@/lib/procedures/answers'
import type { FormRules } from '@/lib/procedures/form-rules'
import { readAnswers } from '@/lib/procedures/read-answers'
import { visibleSections } from '@/lib/procedures/visible'
import {
  charityClinicAnswers,
  clinicAnswers,
  householdClinicAnswers,
} from '@/tests/factories/answers'
import { CLINIC, clinicRules } from '@/tests/factories/clinic-procedure'

const keys = CLINIC.sections.map(({ key }) => key)
const rules = clinicRules()
const EXTRAS = {
  provinces: [
    { value: '01', label: 'Hà Nội' },
    { value: '79', label: 'Hồ Chí Minh' },
  ],
  communes: {},
  origins: {},
}
const COMMUNES = {
  '01': [{ value: '00175', label: 'Phường Yên Hòa' }],
  '79': [{ value: '26740', label: 'Phường Sài Gòn' }],
}

function payloadFor(key: string, answers: Answers) {
  return sectionPayload({ rules, answers, locale: 'vi' }, key, EXTRAS)
}

describe('the part of a procedure that a section takes to the browser', () => {
  it.each(keys)('%s shows the same questions with the part as with the whole', (key) => {
    const subsets = fc.subarray(Object.entries({ ...charityClinicAnswers(), ...clinicAnswers() }))
    fc.assert(
      fc.property(subsets, (entries) => {
        const answers: Answers = Object.fromEntries(entries)
        const whole = visibleSections(CLINIC, answers, rules.facts).find((one) => one.key === key)
        if (!whole) return
        const slice = sliceForSection(CLINIC, key)
        const part = visibleSections(slice, answers, rules.facts).find((one) => one.key === key)
        expect(part?.fields.map((field) => field.key)).toEqual(whole.fields.map(({ key: k }) => k))
      }),
      { numRuns: 60 },
    )
  })

  it('leaves out what the section never looks at', () => {
    const payload = payloadFor('it', clinicAnswers())
    expect(payload.before).toEqual({})
    expect(payload.lists).toEqual({})
    expect(payload.procedure.checklist).toEqual([])
    expect(payload.procedure.sections.map(({ key }) => key)).toEqual(['it'])
  })

  it('takes other answers along only where a condition needs them', () => {
    const payload = payloadFor('activity', clinicAnswers())
    expect(Object.keys(payload.before).sort()).toEqual(['organisation_form'])
    expect(JSON.stringify(payload)).not.toContain('001085001234')
  })

  it('names the questions on which others depend', () => {
    expect(questionsThatDecide(sliceForSection(CLINIC, 'owner'), 'owner')).toEqual(['org_type'])
    expect(questionsThatDecide(sliceForSection(CLINIC, 'it'), 'it')).toEqual([])
  })

  it('speaks one language and stays small', () => {
    const text = JSON.stringify(payloadFor('owner', clinicAnswers()))
    expect(text).toContain('Loại hình pháp lý')
    expect(text).not.toContain('Legal form')
    for (const key of keys) {
      expect(JSON.stringify(payloadFor(key, clinicAnswers())).length).toBeLessThan(40_000)
    }
  })

  it.each([
    ['company', clinicAnswers()],
    ['household', householdClinicAnswers()],
  ])('judges a %s in the browser as the server does', (_who, answers) => {
    for (const { key, fields } of visibleSections(CLINIC, answers, rules.facts)) {
      const payload = payloadFor(key, answers)
      const here: FormRules = {
        procedure: payload.procedure,
        facts: payload.facts,
        codes: codesOf(payload, COMMUNES),
      }
      const own = Object.fromEntries(fields.map((field) => [field.key, answers[field.key]]))
      const client = readAnswers(here, { ...payload.before, ...own }).obstacles
      const mine = new Set(fields.map((field) => field.key))
      const seen = client.filter(({ path }) => mine.has(path.split(/[.[]/)[0] ?? ''))
      expect(seen).toEqual([])
    }
  })
})
