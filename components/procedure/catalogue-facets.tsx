import type { Locale } from '@/components/messages/locale'
import { Button } from '@/components/ui/button'
import { Details } from '@/components/ui/details'
import { Select } from '@/components/ui/select'
import {
  type CatalogueFilter,
  decidingOffice,
  FACETS,
  type Facet,
  facetChoices,
} from '@/lib/procedures/catalogue-filter'
import type { Procedure } from '@/lib/procedures/procedure'
import { fieldGroupName } from './field-group-name'
import { scopeWords, type Words } from './words'

type Props = {
  /** What the words typed have found, before any filter. */
  procedures: readonly Procedure[]
  /** Everything there is, for names. */
  catalogue: readonly Procedure[]
  filter: CatalogueFilter
  t: Words
  locale: Locale
}

const facetWords = {
  field: 'filterField',
  applicant: 'filterApplicant',
  scope: 'filterScope',
  agency: 'filterAgency',
} as const satisfies Record<Facet, string>

/** What the list can be narrowed by, each choice with how many procedures it would leave. */
export function CatalogueFacets({ procedures, catalogue, filter, t, locale }: Props) {
  const isNarrowed = Object.keys(filter).length > 0
  if (procedures.length === 0 && !isNarrowed) return null
  return (
    <div className="mt-5">
      <Details summary={t('filter')} open={isNarrowed}>
        <div className="grid grid-cols-1 gap-x-6 gap-y-4 sm:grid-cols-2">
          {FACETS.map((facet) => (
            <Select
              key={facet}
              id={`filter-${facet}`}
              name={facet}
              label={t(facetWords[facet])}
              emptyLabel={t('filterAll')}
              defaultValue={filter[facet] ?? ''}
              options={facetChoices(procedures, filter, facet).map(({ value, count }) => ({
                value,
                label: t('filterChoice', {
                  name: capital(nameOf[facet](value, { catalogue, t, locale })),
                  count: String(count),
                }),
              }))}
            />
          ))}
        </div>
        <Button variant="secondary" className="mt-5 max-sm:w-full">
          {t('filterApply')}
        </Button>
      </Details>
    </div>
  )
}

type Naming = Pick<Props, 'catalogue' | 't' | 'locale'>

const nameOf = {
  field: (value, { locale }) => fieldGroupName(value, locale),
  applicant: (value, { t }) => t(value as Procedure['applicants'][number]['type']),
  scope: (value, { t }) => t(scopeWords[value as Procedure['serviceLevel']['scope']]),
  agency: (value, { catalogue, t, locale }) => {
    const found = catalogue.find(({ authority }) => decidingOffice(authority) === value)
    if (found?.authority.level === 'province') return t('agencyProvince')
    return found?.authority.name[locale] ?? value
  },
} as const satisfies Record<Facet, (value: string, naming: Naming) => string>

function capital(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1)
}
