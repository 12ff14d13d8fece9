import { PlainSection } from '@/components/layout/plain-page'
import { Details } from '@/components/ui/details'
import { Link } from '@/components/ui/link'
import { readSearch, type SearchParams } from '../../_server/asked-language'
import { getTranslator } from '../../_server/translator'
import { PublicPage, publicMetadata } from '../public-page'

const STEPS = ['find', 'prepare', 'apply', 'pay', 'follow', 'receive'] as const
const QUESTIONS = [
  'account',
  'organisation',
  'unfinished',
  'again',
  'doubts',
  'clock',
  'supplement',
  'withdraw',
  'late',
  'fee',
  'result',
  'data',
] as const
const MORE = { clock: '/due-date', result: '/verify', data: '/privacy' } as const

export const generateMetadata = () => publicMetadata('help')

/** The guide and the frequent questions that every online service must have (Circular 32/2017/TT-BTTTT). */
export default async function HelpPage({ searchParams }: { searchParams: SearchParams }) {
  await readSearch('/help', searchParams)
  const t = await getTranslator('help')
  return (
    <PublicPage words="help">
      <PlainSection title={t('stepsTitle')}>
        <ol className="list-decimal space-y-3 pl-6">
          {STEPS.map((step) => (
            <li key={step}>{t(`steps.${step}`)}</li>
          ))}
        </ol>
      </PlainSection>
      <PlainSection title={t('questionsTitle')}>
        {QUESTIONS.map((question) => (
          <Details key={question} summary={t(`questions.${question}`)}>
            <p>{t(`answers.${question}`)}</p>
            {hasMore(question) && (
              <p className="mt-3">
                <Link href={MORE[question]}>{t(`more.${question}`)}</Link>
              </p>
            )}
          </Details>
        ))}
      </PlainSection>
      <PlainSection title={t('otherTitle')}>
        <p>{t('other')}</p>
      </PlainSection>
    </PublicPage>
  )
}

function hasMore(question: string): question is keyof typeof MORE {
  return question in MORE
}
