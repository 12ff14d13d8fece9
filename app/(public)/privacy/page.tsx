import type { Metadata } from 'next'
import { PageHead } from '@/components/layout/page-head'
import { PlainSection } from '@/components/layout/plain-page'
import { readSearch, type SearchParams } from '../../_server/asked-language'
import { getTranslator } from '../../_server/translator'

const parts = ['keep', 'why', 'who', 'cookie', 'rights', 'long'] as const

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('privacy')
  return { title: t('title'), description: t('lead') }
}

export default async function PrivacyPage({ searchParams }: { searchParams: SearchParams }) {
  await readSearch('/privacy', searchParams)
  const [t, layout] = [await getTranslator('privacy'), await getTranslator('layout')]
  return (
    <div className="wrap">
      <PageHead
        crumbs={[{ href: '/', text: layout('home') }]}
        crumbsLabel={layout('youAreHere')}
        title={t('title')}
        lead={t('lead')}
      />
      {parts.map((part) => (
        <PlainSection key={part} title={t(`${part}Title`)}>
          <p>{t(`${part}Body`)}</p>
        </PlainSection>
      ))}
    </div>
  )
}
