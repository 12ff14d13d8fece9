import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import type { Answers } from '@/lib/procedures/answers'
import { describeAnswer } from '@/lib/procedures/describe'
import { fieldEntries } from '@/lib/procedures/form-entries'
import { parseSection } from '@/lib/procedures/parse-form'
import { fieldsOf, readAnswers } from '@/lib/procedures/read-answers'
import type { Section } from '@/lib/procedures/shape/field'
import {
  charityClinicAnswers,
  clinicAnswers,
  householdClinicAnswers,
} from '@/tests/factories/answers'
import { anyAnswers } from '@/tests/factories/arbitrary-answers'
import { CLINIC, clinicRules } from '@/tests/factories/clinic-procedure'

// Many answers through many readers; a busy machine needs more than the usual five seconds.
vi.setConfig({ testTimeout: 60_000 })

const rules = clinicRules()
const some = anyAnswers(rules)

/** What a browser would send for a section filled with these answers, for all its fields. */
function entriesOf(section: Section, answers: Answers): [string, string][] {
  return section.fields.flatMap((field) => fieldEntries(field, answers[field.key]))
}

/** What the form of one section makes of the answers that it was filled with. */
function parsedAgain(section: Section, answers: Answers): Answers {
  const form = { entries: entriesOf(section, answers), before: answers }
  return parseSection(rules, section.key, form).answers
}

function ofSection(section: Section, answers: Answers): Answers {
  const keys = section.fields.map(({ key }) => key)
  return Object.fromEntries(Object.entries(answers).filter(([key]) => keys.includes(key)))
}

describe('answers and form entries', () => {
  it('come back the same after any round trip', () => {
    fc.assert(
      fc.property(some, fc.constantFrom(...CLINIC.sections), (answers, section) => {
        const { answers: proper } = readAnswers(rules, answers)
        expect(parsedAgain(section, proper)).toEqual(ofSection(section, proper))
      }),
      { numRuns: 60 },
    )
  })

  it.each([
    ['a company', clinicAnswers()],
    ['a household', householdClinicAnswers()],
    ['an individual', charityClinicAnswers()],
  ])('of %s come back the same', (_, answers) => {
    for (const section of CLINIC.sections) {
      expect(parsedAgain(section, answers)).toEqual(ofSection(section, answers))
    }
  })
})

it('writes a year without points, in the form and in words', () => {
  const equipment = CLINIC.sections
    .flatMap(({ fields }) => fields)
    .find(({ key }) => key === 'equipment')
  const year = equipment?.type === 'table' && equipment.columns.find(({ key }) => key === 'year')
  if (!year) throw new Error('no year of make')
  expect(fieldEntries(year, 2024)).toEqual([['year', '2024']])
  expect(describeAnswer(year, 2024, { codes: rules.codes, locale: 'vi' }).text).toBe('2024')
})

describe('reading', () => {
  it('accepts every proper value of every field', () => {
    fc.assert(
      fc.property(some, (answers) => {
        expect(readAnswers(rules, answers).issues).toEqual([])
      }),
      { numRuns: 20 },
    )
  })

  it('changes nothing when it is done again', () => {
    fc.assert(
      fc.property(some, (answers) => {
        const once = readAnswers(rules, answers).answers
        expect(readAnswers(rules, once).answers).toEqual(once)
      }),
      { numRuns: 20 },
    )
  })

  it('takes whatever is sent without falling over', () => {
    const keys = fieldsOf(CLINIC).map(({ key }) => key)
    const raw = fc.dictionary(fc.constantFrom(...keys, '__proto__', 'constructor'), fc.anything())
    fc.assert(
      fc.property(raw, (anything) => {
        const { answers } = readAnswers(rules, anything)
        expect(keys).toEqual(expect.arrayContaining(Object.keys(answers)))
        expect(readAnswers(rules, answers).answers).toEqual(answers)
      }),
      { numRuns: 100 },
    )
  })
})

describe('describing', () => {
  it('has words in both languages for whatever is accepted', () => {
    fc.assert(
      fc.property(some, (answers) => {
        const proper = readAnswers(rules, answers).answers
        const given = fieldsOf(CLINIC).filter(({ key }) => proper[key] !== undefined)
        const texts = given.flatMap((field) => [
          describeAnswer(field, proper[field.key], { codes: rules.codes, locale: 'vi' }).text,
          describeAnswer(field, proper[field.key], { codes: rules.codes, locale: 'en' }).text,
        ])
        expect(texts).not.toContain('')
        expect(texts.join()).not.toMatch(/undefined|\[object|NaN/)
      }),
      { numRuns: 20 },
    )
  })
})
