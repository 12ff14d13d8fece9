import { PlainSection } from '@/components/layout/plain-page'
import { readSearch, type SearchParams } from '../../_server/asked-language'
import { getTranslator } from '../../_server/translator'
import { PublicPage, publicMetadata } from '../public-page'

const parts = ['keep', 'why', 'who', 'check', 'cookie', 'rights', 'long'] as const

export const generateMetadata = () => publicMetadata('privacy')

export default async function PrivacyPage({ searchParams }: { searchParams: SearchParams }) {
  await readSearch('/privacy', searchParams)
  const t = await getTranslator('privacy')
  return (
    <PublicPage words="privacy">
      {parts.map((part) => (
        <PlainSection key={part} title={t(`${part}Title`)}>
          <p>{t(`${part}Body`)}</p>
        </PlainSection>
      ))}
    </PublicPage>
  )
}
