import { describe, expect, it } from 'vitest'
import { describeUnverified, unverifiedFacts } from '@/lib/procedures/unverified'
import { shippedProcedures } from '@/tests/factories/shipped-procedures'

// An unknown code and a level have no words of their own.
const NAMED_BY_ITS_PART = ['nationalCode', 'serviceLevel']

describe('what nobody has confirmed', () => {
  it.each(shippedProcedures())('%s tells every such fact in words, once', (_key, procedure) => {
    const described = describeUnverified(procedure).flatMap(({ facts }) => facts)
    const places = unverifiedFacts(procedure).map(({ place }) => place)
    expect(described.map(({ place }) => place).toSorted()).toEqual(places.toSorted())
    for (const { about, place } of described) {
      if (NAMED_BY_ITS_PART.includes(place)) continue
      expect(about.vi, place).not.toBe('')
      expect(about.en, place).not.toBe('')
    }
  })
})
