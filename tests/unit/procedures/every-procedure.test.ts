import { describe, expect, it } from 'vitest'
import { findMissing } from '@/lib/procedures/find-missing'
import type { FormRules } from '@/lib/procedures/form-rules'
import { resultFields } from '@/lib/procedures/result-fields'
import { SHIPPED_CODES } from '@/lib/procedures/shipped-codes'
import { solvingAgency } from '@/lib/procedures/solving-agency'
import { completeAnswers } from '@/tests/factories/complete-answers'
import { shippedProcedures } from '@/tests/factories/shipped-procedures'

const VARIANTS = [0, 1, 2, 3, 4, 5]

describe.each(shippedProcedures())('%s', (_, procedure) => {
  const rules: FormRules = {
    procedure,
    codes: SHIPPED_CODES,
    facts: { today: '2026-11-23', holding: [] },
  }
  const papers = procedure.papers.map(({ key }) => key)

  it.each(VARIANTS)('can be filled in to the end, way %i', (variant) => {
    const answers = completeAnswers({ rules, variant })
    expect(findMissing(rules, answers, papers)).toEqual([])
  })

  it.each(VARIANTS)('ends in a result with every line filled, way %i', (variant) => {
    const answers = completeAnswers({ rules, variant })
    expect(solvingAgency(procedure, answers).ok).toBe(true)
    const lines = resultFields(rules, answers)
    const empty = lines.filter(({ filledBy, text }) => filledBy === 'answers' && text === null)
    expect(empty).toEqual([])
  })
})
