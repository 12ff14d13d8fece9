import type { Metadata } from 'next'
import { PageHead } from '@/components/layout/page-head'
import { PlainSection } from '@/components/layout/plain-page'
import { readSearch, type SearchParams } from '../../_server/asked-language'
import { getTranslator } from '../../_server/translator'

const abilities = [
  'canKeyboard',
  'canZoom',
  'canScreenReader',
  'canNoScript',
  'canLanguage',
  'canPrint',
] as const

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('accessibility')
  return { title: t('title'), description: t('lead') }
}

export default async function AccessibilityPage({ searchParams }: { searchParams: SearchParams }) {
  await readSearch('/accessibility', searchParams)
  const [t, layout] = [await getTranslator('accessibility'), await getTranslator('layout')]
  return (
    <div className="wrap">
      <PageHead
        crumbs={[{ href: '/', text: layout('home') }]}
        crumbsLabel={layout('youAreHere')}
        title={t('title')}
        lead={t('lead')}
      />
      <PlainSection title={t('canTitle')}>
        <ul className="list-disc space-y-1.5 pl-5">
          {abilities.map((ability) => (
            <li key={ability}>{t(ability)}</li>
          ))}
        </ul>
      </PlainSection>
      {(['standard', 'limits', 'help'] as const).map((part) => (
        <PlainSection key={part} title={t(`${part}Title`)}>
          <p>{t(`${part}Body`)}</p>
        </PlainSection>
      ))}
    </div>
  )
}
