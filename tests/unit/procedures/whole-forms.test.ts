import { describe, expect, it } from 'vitest'
import { runPreChecks } from '@/lib/procedures/pre-checks'
import { readAnswers } from '@/lib/procedures/read-answers'
import { WHOLE_FORMS } from '@/tests/factories/whole-forms'

describe('answers written by hand', () => {
  it.each(WHOLE_FORMS)('leave nothing open in $rules.procedure.key', ({ rules, answers }) => {
    const read = readAnswers(rules, answers)
    expect([...read.obstacles, ...read.issues]).toEqual([])
    expect(runPreChecks(rules, read.relevant).map(({ rule }) => rule)).toEqual([])
    // Nothing is answered that the form does not ask.
    expect(Object.keys(answers).filter((key) => !Object.hasOwn(read.relevant, key))).toEqual([])
  })
})
