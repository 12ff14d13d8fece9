import { redirect } from 'next/navigation'
import { SituationCards } from '@/components/procedure/situation-cards'
import { YearFiguresStrip } from '@/components/procedure/year-figures'
import { SearchBox } from '@/components/ui/search-box'
import { findYearFigures, listProcedures } from '@/lib/administration/published-procedures'
import { readSearch, type SearchParams } from '../_server/asked-language'
import { today } from '../_server/today'
import { getLocale, getTranslator } from '../_server/translator'
import { HomeChecks } from './home-checks'

export async function generateMetadata() {
  const t = await getTranslator('layout')
  return { title: { absolute: `${t('brand')}: ${t('strapline')}` } }
}

export default async function HomePage({ searchParams }: { searchParams: SearchParams }) {
  const query = await readSearch('/', searchParams)
  if (query.has('q')) redirect(`/procedures?${query}`)
  const [t, ui, locale] = [
    await getTranslator('home'),
    await getTranslator('ui'),
    await getLocale(),
  ]
  const [procedures, figures] = await Promise.all([listProcedures(), findYearFigures()])
  return (
    <>
      <div className="border-b border-line bg-wash">
        <div className="wrap py-10 sm:py-14">
          <h1>{t('title')}</h1>
          <p className="mt-3 mb-6 max-w-read text-lg">{t('lead')}</p>
          <SearchBox
            id="q"
            action="/procedures"
            name="q"
            label={t('searchLabel')}
            hint={t('searchHint', { examples: t('searchExamples') })}
            button={ui('search')}
          />
        </div>
      </div>
      <div className="wrap">
        <section aria-labelledby="situations" className="mt-10 sm:mt-12">
          <h2 id="situations" className="mb-4">
            {t('situations')}
          </h2>
          <SituationCards procedures={procedures} locale={locale} />
        </section>
        <HomeChecks t={t} />
        {figures && <YearFiguresStrip figures={figures} until={today()} locale={locale} />}
      </div>
    </>
  )
}
