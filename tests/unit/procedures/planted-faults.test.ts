import { describe, expect, it } from 'vitest'
import { parseProcedure } from '@/lib/procedures/parse-procedure'
import type { Procedure } from '@/lib/procedures/procedure'
import { clinicJson } from '@/tests/factories/clinic-procedure'
import { FAULTS_IN_FORM } from './faults-in-form'
import { FAULTS_IN_PROCESS } from './faults-in-process'

const FAULTS = [...FAULTS_IN_FORM, ...FAULTS_IN_PROCESS]

describe('a planted fault', () => {
  it.each(FAULTS)('is refused with place and reason: %s', (_, spoil, expected) => {
    const json = clinicJson()
    spoil(json as Procedure)
    const parsed = parseProcedure(json)
    if (parsed.ok) throw new Error('accepted')
    const { issues } = parsed.refusal
    expect(issues.map(({ rule, place }) => `${rule} @ ${place}`)).toContain(expected)
    expect(issues.every(({ reason }) => reason !== '')).toBe(true)
  })

  it('is the only thing that is wrong', () => {
    expect(parseProcedure(clinicJson()).ok).toBe(true)
  })
})
