import type { Metadata } from 'next'
import { requireActor } from '@/app/_server/current-actor'
import { getLocale, getTranslator } from '@/app/_server/translator'
import { formatNumber } from '@/components/format'
import type { Locale } from '@/components/messages/locale'
import { Button } from '@/components/ui/button'
import { Link } from '@/components/ui/link'
import { Pagination } from '@/components/ui/pagination'
import { Select } from '@/components/ui/select'
import { TextInput } from '@/components/ui/text-input'
import { type Found, PILES, searchMyDossiers, type Wanted } from '@/lib/dossiers/my-dossiers'
import { DossierPile } from '../dossier-pile'
import { MyPageHead } from '../my-page-head'

type Search = Record<string, string | string[] | undefined>
type Props = { searchParams: Promise<Search> }

const PAGE = '/my/dossiers'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator('my'))('search.title') }
}

/** All dossiers of the applicant, searched and filtered, a page at a time. */
export default async function MyDossiersPage({ searchParams }: Props) {
  const wanted = readWanted(await searchParams)
  const actor = await requireActor('applicant', hrefOf(wanted))
  const [t, locale] = [await getTranslator('my'), await getLocale()]
  const found = await searchMyDossiers(actor, wanted)
  const { rows, total, page, pages } = found
  const narrowed = Boolean(wanted.words || wanted.pile || wanted.procedureKey)
  return (
    <div className="wrap">
      <MyPageHead title={t('search.title')} />
      <Filter wanted={wanted} found={found} />
      <section aria-labelledby="found" className="mt-8 max-w-4xl">
        <div className="flex flex-wrap items-baseline gap-x-6 pb-3">
          <h2 id="found" className="text-lg">
            {total === 0
              ? t('search.none')
              : t('search.found', said({ total, page, pages }, locale))}
          </h2>
          {narrowed && <Link href={PAGE}>{t('search.clear')}</Link>}
        </div>
        <DossierPile rows={rows} />
        <Pagination
          label={t('search.pages')}
          previous={
            page > 1
              ? { href: hrefOf({ ...wanted, page: page - 1 }), label: t('search.newer') }
              : undefined
          }
          next={
            page < pages
              ? { href: hrefOf({ ...wanted, page: page + 1 }), label: t('search.older') }
              : undefined
          }
        />
      </section>
    </div>
  )
}

async function Filter({ wanted, found }: { wanted: Wanted; found: Found }) {
  const [t, locale] = [await getTranslator('my'), await getLocale()]
  return (
    <form action={PAGE} method="get" className="grid max-w-4xl gap-x-6 gap-y-4 md:grid-cols-2">
      <div className="md:col-span-2">
        <TextInput
          id="words"
          name="words"
          type="search"
          label={t('search.words')}
          hint={t('search.wordsHint')}
          defaultValue={wanted.words}
        />
      </div>
      <Select
        id="pile"
        name="pile"
        label={t('search.pile')}
        emptyLabel={t('search.anyPile')}
        options={PILES.map((pile) => ({ value: pile, label: t(`piles.${pile}`) }))}
        defaultValue={wanted.pile ?? ''}
      />
      <Select
        id="procedure"
        name="procedure"
        label={t('search.procedure')}
        emptyLabel={t('search.anyProcedure')}
        options={found.procedures.map(({ key, name }) => ({ value: key, label: name[locale] }))}
        defaultValue={wanted.procedureKey ?? ''}
      />
      <div>
        <Button type="submit">{t('search.button')}</Button>
      </div>
    </form>
  )
}

function said({ total, page, pages }: Pick<Found, 'total' | 'page' | 'pages'>, locale: Locale) {
  const [count, now, last] = [total, page, pages].map((value) => formatNumber(value, locale))
  return { count: count ?? '', page: now ?? '', pages: last ?? '' }
}

function readWanted(search: Search): Wanted {
  const one = (name: string) => {
    const value = search[name]
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
  }
  const page = Number(one('page'))
  return {
    words: one('words')?.slice(0, 200),
    pile: PILES.find((pile) => pile === one('pile')),
    procedureKey: one('procedure'),
    page: Number.isSafeInteger(page) ? page : undefined,
  }
}

function hrefOf({ words, pile, procedureKey, page }: Wanted): string {
  const query = new URLSearchParams()
  if (words) query.set('words', words)
  if (pile) query.set('pile', pile)
  if (procedureKey) query.set('procedure', procedureKey)
  if (page && page > 1) query.set('page', String(page))
  return query.size > 0 ? `${PAGE}?${query}` : PAGE
}
