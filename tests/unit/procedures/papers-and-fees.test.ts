import { describe, expect, it } from 'vitest'
import type { Answers } from '@/lib/procedures/answers'
import { assessFees } from '@/lib/procedures/fees'
import type { Facts } from '@/lib/procedures/form-rules'
import { missingPapers, requiredPapers } from '@/lib/procedures/required-papers'
import {
  CLINIC_PAPERS,
  charityClinicAnswers,
  clinicAnswers,
  householdClinicAnswers,
} from '@/tests/factories/answers'
import { CLINIC, TODAY } from '@/tests/factories/clinic-procedure'

function facts(holding: Facts['holding'] = [], today = TODAY): Facts {
  return { today, holding }
}

function papersOf(answers: Answers, demand: string, known: Facts = facts()): string[] {
  return requiredPapers(CLINIC, answers, known)
    .filter((one) => one.demand === demand)
    .map(({ paper }) => paper.key)
}

describe('the papers of a dossier', () => {
  it('are those of a dental clinic in leased rooms with an X-ray device', () => {
    expect(papersOf(clinicAnswers(), 'required')).toEqual([...CLINIC_PAPERS])
    expect(papersOf(clinicAnswers(), 'optional')).toEqual(['technique-sheet'])
    expect(papersOf(clinicAnswers(), 'made-by-portal')).toEqual([
      'application-form',
      'facility-declaration',
      'practitioner-list',
      'technique-list',
    ])
  })

  it.each<[string, Answers, string]>([
    ['own rooms need no lease', { premises_ownership: 'so-huu' }, 'lease false'],
    ['no radiation, no licence', { radiation_use: false }, 'radiation-licence false'],
    ['own treatment, no contract', { waste_method: 'tu-xu-ly' }, 'waste-contract false'],
    [
      'an approved building shows the approval',
      { fire_safety: 'nghiem-thu' },
      'fire-approval true',
    ],
    ['units have heads with licences', { has_units: true }, 'unit-heads-licences true'],
    ['a humanitarian clinic proves its funds', { non_profit: true }, 'charity-funding true'],
    ['an individual has no registration', { org_type: 'ca-nhan' }, 'establishment false'],
  ])('%s', (_, overrides, expected) => {
    const [key = ''] = expected.split(' ')
    const asked = papersOf(clinicAnswers(overrides), 'required').includes(key)
    expect(`${key} ${asked}`).toBe(expected)
  })

  it('are not asked when the register knows them', () => {
    const known = facts(['registry.business', 'registry.responsible-person'])
    expect(papersOf(clinicAnswers(), 'waived', known)).toEqual(['establishment', 'rp-licence'])
    expect(papersOf(clinicAnswers(), 'required', known)).not.toContain('rp-licence')
  })

  it('ask a proxy for the written authority', () => {
    expect(papersOf(clinicAnswers(), 'required', facts(['capacity.proxy']))).toContain(
      'authorisation',
    )
    expect(papersOf(clinicAnswers(), 'required')).not.toContain('authorisation')
  })

  it('are missing until they are attached', () => {
    const demands = requiredPapers(CLINIC, charityClinicAnswers(), facts())
    expect(missingPapers(demands, ['lease', 'rp-licence'])).toEqual([
      'unit-heads-licences',
      'device-proofs',
      'radiation-licence',
      'waste-contract',
      'charity-funding',
    ])
  })
})

describe('the fee', () => {
  it.each([
    ['a dental clinic', clinicAnswers(), 4_300_000],
    ['a traditional medicine clinic', householdClinicAnswers(), 3_100_000],
    ['somebody who has answered nothing yet', {}, 4_300_000],
  ])('of %s', (_, answers, total) => {
    expect(assessFees(CLINIC, answers, facts()).total).toBe(total)
  })

  it('is to be confirmed, with the cut that may apply until the end of 2026', () => {
    const { lines, needsConfirmation } = assessFees(CLINIC, clinicAnswers(), facts())
    expect(needsConfirmation).toBe(true)
    expect(lines).toEqual([
      expect.objectContaining({
        key: 'appraisal',
        base: 4_300_000,
        amount: 4_300_000,
        reduction: { legal: '64/2025/TT-BTC', rate: null },
      }),
    ])
  })

  it('has no cut from 01/01/2027 and did not exist before the circular', () => {
    const [line] = assessFees(CLINIC, clinicAnswers(), facts([], '2027-01-01')).lines
    expect(line?.reduction).toBeNull()
    expect(assessFees(CLINIC, clinicAnswers(), facts([], '2023-10-15')).lines).toEqual([])
  })

  it('is nothing when the authority erred', () => {
    expect(assessFees(CLINIC, clinicAnswers(), facts(['authority.erred']))).toMatchObject({
      total: 0,
      exemption: { basis: 'l15-50-3' },
    })
  })

  it('takes the confirmed cut when there is one', () => {
    const cut = {
      legal: 'x',
      rate: 0.5,
      fees: ['appraisal'],
      validFrom: '2026-01-01',
      validTo: null,
    }
    const money = {
      ...CLINIC.money,
      fees: CLINIC.money.fees.map((fee) => ({ ...fee, confidence: 'verified' })),
      reductions: [...CLINIC.money.reductions, { ...cut, confidence: 'verified' }],
    }
    expect(assessFees({ ...CLINIC, money }, clinicAnswers(), facts())).toMatchObject({
      total: 2_150_000,
      needsConfirmation: false,
    })
  })
})
