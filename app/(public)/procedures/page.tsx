import { CatalogueFacets } from '@/components/procedure/catalogue-facets'
import { ProcedureCard } from '@/components/procedure/procedure-card'
import {
  findSituation,
  nationalPortal,
  type Situation,
  serves,
} from '@/components/procedure/situations'
import { Link } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { SearchBox } from '@/components/ui/search-box'
import { listProcedures } from '@/lib/administration/published-procedures'
import { type CatalogueFilter, narrow, readFilter } from '@/lib/procedures/catalogue-filter'
import type { Procedure } from '@/lib/procedures/procedure'
import { readSearch, type SearchParams } from '../../_server/asked-language'
import { today } from '../../_server/today'
import { getLocale, getTranslator } from '../../_server/translator'
import { PublicPage, publicMetadata } from '../public-page'

type Props = { searchParams: SearchParams }

export const generateMetadata = () => publicMetadata('procedures')

export default async function ProceduresPage({ searchParams }: Props) {
  const search = await readSearch('/procedures', searchParams)
  const catalogue = await listProcedures()
  const asked = readAsked(search, catalogue)
  const { query, situation, filter } = asked
  const [t, ui, locale] = [
    await getTranslator('procedures'),
    await getTranslator('ui'),
    await getLocale(),
  ]
  const offered = (query ? await listProcedures(query) : catalogue).filter(
    (procedure) => !situation || serves(procedure, situation),
  )
  return (
    <PublicPage
      words="procedures"
      title={situation && (await getTranslator('home'))(situation.key)}
    >
      <SearchBox
        id="q"
        action="/procedures"
        name="q"
        label={t('searchLabel')}
        hint={t('searchHint')}
        button={ui('search')}
        defaultValue={query}
      >
        {situation && <input type="hidden" name="situation" value={situation.key} />}
        <CatalogueFacets {...{ procedures: offered, catalogue, filter, t, locale }} />
      </SearchBox>
      <Outcome asked={asked} offered={offered} found={narrow(offered, filter)} />
    </PublicPage>
  )
}

type Asked = {
  query: string | undefined
  situation: Situation | undefined
  filter: CatalogueFilter
}

function readAsked(search: URLSearchParams, catalogue: readonly Procedure[]): Asked {
  return {
    query: search.get('q')?.trim() || undefined,
    situation: findSituation(search.get('situation')),
    // What no procedure has is nobody's choice; what these words do not find is one, and stays.
    filter: readFilter(catalogue, search),
  }
}

type OutcomeProps = { asked: Asked; offered: readonly Procedure[]; found: readonly Procedure[] }

async function Outcome({ asked, offered, found }: OutcomeProps) {
  const [t, locale] = [await getTranslator('procedures'), await getLocale()]
  const isFiltered = Object.keys(asked.filter).length > 0
  const narrowed = isFiltered || Boolean(asked.query || asked.situation)
  return (
    <section aria-labelledby="found" className="mt-8 max-w-4xl">
      <div className="flex flex-wrap items-baseline gap-x-6 pb-3">
        <h2 id="found" className="text-lg">
          {await countWords(asked, found.length)}
        </h2>
        {narrowed && (
          <Link href="/procedures" className="inline-block py-1">
            {t('clear')}
          </Link>
        )}
      </div>
      {found.length === 0 && <NothingFound {...{ asked, offered, narrowed }} />}
      {found.map((procedure) => (
        <ProcedureCard key={procedure.key} {...{ procedure, t, locale, today: today() }} />
      ))}
    </section>
  )
}

async function countWords({ query, filter }: Asked, count: number): Promise<string> {
  const t = await getTranslator('procedures')
  if (query) return t('found', { count, query })
  return t(Object.keys(filter).length > 0 ? 'foundFiltered' : 'all', { count })
}

type NothingProps = { asked: Asked; offered: readonly Procedure[]; narrowed: boolean }

/** The way on: without the filters when they hide something, else other words or another door. */
async function NothingFound({ asked, offered, narrowed }: NothingProps) {
  const t = await getTranslator('procedures')
  const { query, situation } = asked
  const wider = new URLSearchParams({
    ...(query ? { q: query } : {}),
    ...(situation ? { situation: situation.key } : {}),
  })
  return (
    <Notice title={t('noneTitle')} level={3}>
      {offered.length > 0 ? (
        <>
          <p>{t('filterNone')}</p>
          <p>
            <Link href={`/procedures?${wider}`}>{t('filterDrop', { count: offered.length })}</Link>
          </p>
        </>
      ) : (
        <p>{t(narrowed ? 'noneBody' : 'noneAtAll')}</p>
      )}
      <p>
        <a href={nationalPortal} rel="external noreferrer">
          {t('nationalPortal')}
        </a>
      </p>
    </Notice>
  )
}
