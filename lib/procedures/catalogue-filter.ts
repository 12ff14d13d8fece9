import type { Procedure } from '@/lib/procedures/procedure'

/** What a list of procedures can be narrowed by. */
export const FACETS = ['field', 'applicant', 'scope', 'agency'] as const
export type Facet = (typeof FACETS)[number]
export type CatalogueFilter = { readonly [Name in Facet]?: string }

/** A value that would leave something to see, with how many; the chosen one is there even with none. */
export type FacetChoice = { value: string; count: number }

type Filterable = Pick<Procedure, 'fieldGroup' | 'applicants' | 'serviceLevel' | 'authority'>

/** The office that decides, the same for all provinces: `syt`, `cuc-attp`. */
export function decidingOffice({ agencyKey }: Procedure['authority']): string {
  return agencyKey.replace('-{province}', '')
}

const valuesOf = {
  field: ({ fieldGroup }) => [fieldGroup],
  applicant: ({ applicants }) => [...new Set(applicants.map(({ type }) => type))],
  scope: ({ serviceLevel }) => [serviceLevel.scope],
  agency: ({ authority }) => [decidingOffice(authority)],
} as const satisfies Record<Facet, (procedure: Filterable) => readonly string[]>

/** The filter that an address asks for; a value that no procedure of the catalogue has is left out. */
export function readFilter(
  catalogue: readonly Filterable[],
  asked: { get(name: string): string | null },
): CatalogueFilter {
  return Object.fromEntries(
    FACETS.flatMap((facet) => {
      const value = asked.get(facet)
      const known = value !== null && catalogue.some((one) => has(one, facet, value))
      return known ? [[facet, value]] : []
    }),
  )
}

/** The procedures that have every value of the filter. */
export function narrow<One extends Filterable>(
  procedures: readonly One[],
  filter: CatalogueFilter,
): One[] {
  return procedures.filter((one) =>
    FACETS.every((facet) => {
      const value = filter[facet]
      return value === undefined || has(one, facet, value)
    }),
  )
}

/** What one facet offers beside the other choices made, in the order in which the list has them. */
export function facetChoices(
  procedures: readonly Filterable[],
  filter: CatalogueFilter,
  facet: Facet,
): FacetChoice[] {
  const { [facet]: chosen, ...others } = filter
  const counts = new Map<string, number>(chosen === undefined ? [] : [[chosen, 0]])
  for (const one of narrow(procedures, others))
    for (const value of valuesOf[facet](one)) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].map(([value, count]) => ({ value, count }))
}

function has(one: Filterable, facet: Facet, value: string): boolean {
  const values: readonly string[] = valuesOf[facet](one)
  return values.includes(value)
}
