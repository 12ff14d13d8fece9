import { PlainSection } from '@/components/layout/plain-page'
import { readSearch, type SearchParams } from '../../_server/asked-language'
import { getTranslator } from '../../_server/translator'
import { PublicPage, publicMetadata } from '../public-page'

const abilities = [
  'canKeyboard',
  'canZoom',
  'canScreenReader',
  'canNoScript',
  'canLanguage',
  'canPrint',
] as const

export const generateMetadata = () => publicMetadata('accessibility')

export default async function AccessibilityPage({ searchParams }: { searchParams: SearchParams }) {
  await readSearch('/accessibility', searchParams)
  const t = await getTranslator('accessibility')
  return (
    <PublicPage words="accessibility">
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
    </PublicPage>
  )
}
