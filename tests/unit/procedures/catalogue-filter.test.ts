import { describe, expect, it } from 'vitest'
import {
  type CatalogueFilter,
  FACETS,
  facetChoices,
  narrow,
  readFilter,
} from '@/lib/procedures/catalogue-filter'
import { shippedProcedures } from '@/tests/factories/shipped-procedures'

const catalogue = shippedProcedures().map(([, procedure]) => procedure)
const asked = (query: string) => readFilter(catalogue, new URLSearchParams(query))
const found = (filter: CatalogueFilter) => narrow(catalogue, filter).map(({ key }) => key)

describe('the filter of the catalogue', () => {
  it('is read from an address, without what no procedure has', () => {
    expect(asked('field=duoc-my-pham&scope=full&agency=nowhere&other=1')).toEqual({
      field: 'duoc-my-pham',
      scope: 'full',
    })
  })

  it('holds everything that is asked at once', () => {
    expect(found(asked('field=kham-benh-chua-benh&applicant=individual&scope=partial'))).toEqual([
      'gphd-adjust',
      'gphd-reissue',
    ])
    expect(found(asked('agency=cuc-attp'))).toEqual(['supplement-registration'])
    expect(found({})).toHaveLength(catalogue.length)
  })

  it.each(FACETS)('says of each choice of %s how many procedures it would leave', (facet) => {
    const filter = asked('scope=full')
    for (const { value, count } of facetChoices(catalogue, filter, facet)) {
      expect(count).toBeGreaterThan(0)
      expect(found({ ...filter, [facet]: value })).toHaveLength(count)
    }
  })

  it('still offers what else could have been chosen', () => {
    const offered = facetChoices(catalogue, asked('scope=full'), 'scope').map(({ value }) => value)
    expect(offered.sort()).toEqual(['full', 'partial'])
  })

  it('keeps the choice made in sight even when it leaves nothing', () => {
    const filter = { agency: 'cuc-attp', scope: 'partial' }
    expect(found(filter)).toEqual([])
    expect(facetChoices(catalogue, filter, 'agency')).toContainEqual({
      value: 'cuc-attp',
      count: 0,
    })
  })
})
