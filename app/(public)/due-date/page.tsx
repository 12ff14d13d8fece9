import { readCalculatorQuery } from '@/components/deadlines/calculator-query'
import { DueDateForm } from '@/components/deadlines/due-date-form'
import { DueDateOutcome } from '@/components/deadlines/due-date-outcome'
import { ErrorSummary } from '@/components/ui/error-summary'
import { getCountryCalendar } from '@/lib/administration/country-calendar'
import { explainDue } from '@/lib/deadlines/explain-due'
import { writeLocalMoment } from '@/lib/deadlines/local-moment'
import { clock } from '@/lib/server/business-clock'
import { readSearch, type SearchParams } from '../../_server/asked-language'
import { getLocale, getTranslator } from '../../_server/translator'
import { PublicPage, publicMetadata } from '../public-page'

type Props = { searchParams: SearchParams }

export const generateMetadata = () => publicMetadata('deadlines')

export default async function DueDatePage({ searchParams }: Props) {
  const asked = readCalculatorQuery(await readSearch('/due-date', searchParams))
  const t = await getTranslator('deadlines')
  const [locale, now] = [await getLocale(), clock.now()]
  const calendar = await getCountryCalendar(now)
  const explained = asked.question && explainDue(calendar, asked.question)
  return (
    <PublicPage words="deadlines">
      <ErrorSummary
        title={t('problems')}
        problems={asked.problems.map(({ field, code }) => ({
          fieldId: field,
          text: t(`problem.${code}`),
        }))}
      />
      {asked.question && explained?.ok && (
        <DueDateOutcome
          question={asked.question}
          explained={explained.value}
          calendar={calendar}
          locale={locale}
        />
      )}
      <DueDateForm query={asked} today={writeLocalMoment(now)} locale={locale} />
    </PublicPage>
  )
}
