import Link from 'next/link'
import { ProcedureCard } from '@/components/procedure/procedure-card'
import { findSituation, nationalPortal, serves } from '@/components/procedure/situations'
import { Notice } from '@/components/ui/notice'
import { SearchBox } from '@/components/ui/search-box'
import { listProcedures } from '@/lib/administration/published-procedures'
import { readSearch, type SearchParams } from '../../_server/asked-language'
import { today } from '../../_server/today'
import { getLocale, getTranslator } from '../../_server/translator'
import { PublicPage, publicMetadata } from '../public-page'

type Props = { searchParams: SearchParams }

export const generateMetadata = () => publicMetadata('procedures')

export default async function ProceduresPage({ searchParams }: Props) {
  const search = await readSearch('/procedures', searchParams)
  const query = search.get('q')?.trim() || undefined
  const situation = findSituation(search.get('situation'))
  const [t, ui] = [await getTranslator('procedures'), await getTranslator('ui')]
  const found = (await listProcedures(query)).filter(
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
      />
      <section aria-labelledby="found" className="mt-8 max-w-4xl">
        <div className="flex flex-wrap items-baseline gap-x-6 pb-3">
          <h2 id="found" className="text-lg">
            {query ? t('found', { count: found.length, query }) : t('all', { count: found.length })}
          </h2>
          {(query || situation) && (
            <Link href="/procedures" className="inline-block py-1">
              {t('clear')}
            </Link>
          )}
        </div>
        <Found procedures={found} narrowed={Boolean(query || situation)} />
      </section>
    </PublicPage>
  )
}

type FoundProps = { procedures: Awaited<ReturnType<typeof listProcedures>>; narrowed: boolean }

async function Found({ procedures, narrowed }: FoundProps) {
  const [t, locale] = [await getTranslator('procedures'), await getLocale()]
  if (procedures.length === 0) {
    return (
      <Notice title={t('noneTitle')} level={3}>
        <p>{t(narrowed ? 'noneBody' : 'noneAtAll')}</p>
        <p>
          <a href={nationalPortal} rel="external noreferrer">
            {t('nationalPortal')}
          </a>
        </p>
      </Notice>
    )
  }
  return procedures.map((procedure) => (
    <ProcedureCard
      key={procedure.key}
      procedure={procedure}
      t={t}
      locale={locale}
      today={today()}
    />
  ))
}
