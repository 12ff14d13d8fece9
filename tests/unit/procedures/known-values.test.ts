import { describe, expect, it } from 'vitest'
import { DOCUMENT_TYPES } from '@/lib/procedures/document-types'
import type { FormRules } from '@/lib/procedures/form-rules'
import { isOfMatter, KNOWN_VALUES } from '@/lib/procedures/known-values'
import { knownInDossier, prefillAnswers, sharedOfMatter } from '@/lib/procedures/prefill'
import type { Procedure } from '@/lib/procedures/procedure'
import { fieldsOf } from '@/lib/procedures/read-answers'
import { SHIPPED_CODES } from '@/lib/procedures/shipped-codes'
import { clinicAnswers } from '@/tests/factories/answers'
import { TODAY } from '@/tests/factories/clinic-procedure'
import { shippedProcedures } from '@/tests/factories/shipped-procedures'

const shipped = new Map(shippedProcedures())
const rulesOf = (key: string): FormRules => ({
  procedure: get(key),
  codes: SHIPPED_CODES,
  facts: { today: TODAY, holding: [] },
})

describe('the names of what may be known', () => {
  it('are used by the shipped procedures, every one', () => {
    const used = new Set(
      [...shipped.values()].flatMap((procedure) => [
        ...fieldsOf(procedure).flatMap(({ prefillFrom }) => prefillFrom ?? []),
        ...procedure.derived.flatMap(({ knownAs }) => knownAs ?? []),
      ]),
    )
    expect(Object.keys(KNOWN_VALUES).filter((name) => !used.has(name))).toEqual([])
  })

  it('stand once in a form: one question, one value', () => {
    for (const [key, procedure] of shipped) {
      const names = fieldsOf(procedure).flatMap(({ prefillFrom }) => prefillFrom ?? [])
      expect(
        names.filter((name, at) => names.indexOf(name) !== at),
        key,
      ).toEqual([])
    }
  })

  it('tell who files from what it is about', () => {
    expect(['eid.person', 'applicant.residence', 'delivery.channel'].map(isOfMatter)).toEqual([
      false,
      false,
      false,
    ])
    expect(isOfMatter('facility.name')).toBe(true)
  })
})

describe('procedures that are about a licence', () => {
  it('name one that another shipped procedure grants', () => {
    const granted = new Set(
      [...shipped.values()].flatMap(({ result }) => [
        result.template,
        ...(result.companion ? [result.companion.template] : []),
      ]),
    )
    for (const [key, { concerns = [] }] of shipped)
      expect(
        concerns.filter((kind) => !granted.has(kind)),
        key,
      ).toEqual([])
    for (const { key, results = [] } of DOCUMENT_TYPES.values())
      expect(
        results.filter((kind) => !granted.has(kind)),
        key,
      ).toEqual([])
  })

  it('share no matter with those of another kind, though both ask for a number', () => {
    expect(sharedOfMatter(get('gphn-reissue'), get('gphd-adjust'))).toEqual([])
    expect(sharedOfMatter(get('gphd-adjust'), get('gphd-specialist-clinic-new'))).toContain(
      'facility.name',
    )
  })
})

describe('what a filed dossier knows', () => {
  const known = knownInDossier(rulesOf('gphd-specialist-clinic-new'), clinicAnswers())

  it('is what it was asked under a name, and what follows from that', () => {
    expect(known).toMatchObject({
      'facility.name': 'Phòng khám Răng Hàm Mặt An Bình',
      'facility.specialties': 'rang-ham-mat',
    })
    expect(Object.keys(known)).not.toContain('request_case')
  })

  it('fills another form where it fits: one choice becomes a list of one', () => {
    const { answers, origins } = prefillAnswers(rulesOf('gphd-adjust'), known)
    expect(answers['specialties']).toEqual(['rang-ham-mat'])
    expect(origins['specialties']).toBe('facility.specialties')
  })

  it('fills nothing with what the other form does not take', () => {
    const odd = { ...known, 'facility.form': 'no-such-form', 'facility.beds': 'three' }
    const { answers, origins } = prefillAnswers(rulesOf('gphd-adjust'), odd)
    expect(answers).not.toHaveProperty('organisation_form')
    expect(answers).not.toHaveProperty('beds')
    expect(origins).not.toHaveProperty('organisation_form')
  })
})

function get(key: string): Procedure {
  const procedure = shipped.get(key)
  if (!procedure) throw new Error(`there is no procedure ${key}`)
  return procedure
}
