import { describe, expect, it } from 'vitest'
import { describeStepLimit } from '@/lib/procedures/step-limit'
import { CLINIC } from '@/tests/factories/clinic-procedure'

describe('the time of a step', () => {
  const procedure = CLINIC
  it.each([
    ['intake', '8 giờ làm việc'],
    ['assign', '3 ngày'],
    ['desk-review', '24 ngày'],
    ['site-inspection', '27 ngày'],
    ['draft-result', '4 ngày làm việc'],
    ['issue', '1 ngày làm việc'],
    ['publish', '5 ngày làm việc'],
  ])('%s takes its share of its clock: %s', (key, words) => {
    const step = procedure.steps.find((candidate) => candidate.key === key)
    if (!step) throw new Error(`no step ${key}`)
    expect(describeStepLimit(procedure, step, 'vi')).toBe(words)
  })

  it('is not there for a step that spends no clock', () => {
    const [step] = CLINIC.steps
    if (!step) throw new Error('no step')
    expect(describeStepLimit(procedure, { ...step, clock: null }, 'vi')).toBeUndefined()
  })

  it('writes parts of a day with the comma or the point of the language', () => {
    const [step] = procedure.steps.filter(({ key }) => key === 'issue')
    const quarter = step && { ...step, share: 0.25 }
    if (!quarter) throw new Error('no step')
    expect(describeStepLimit(procedure, quarter, 'vi')).toBe('2,5 ngày làm việc')
    expect(describeStepLimit(procedure, quarter, 'en')).toBe('2.5 working days')
  })
})
