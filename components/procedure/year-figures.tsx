import { formatDate, formatNumber, formatPercent } from '@/components/format'
import type { Locale } from '@/components/messages/locale'
import { translatorFor } from '@/components/messages/translator'

/** Counted from the record itself. */
export type YearFigures = { received: number; solved: number; solvedInTime: number }

type Props = {
  figures: YearFigures
  /** The last day counted, 'YYYY-MM-DD'. */
  until: string
  locale: Locale
}

/** This year in three figures; a share is shown only when there is something to share. */
export function YearFiguresStrip({ figures, until, locale }: Props) {
  const t = translatorFor(locale, 'home')
  const { received, solved, solvedInTime } = figures
  const facts = [
    { text: t('figuresReceived'), value: formatNumber(received, locale) },
    { text: t('figuresSolved'), value: formatNumber(solved, locale) },
    {
      text: t('figuresOnTime'),
      value: solved > 0 ? formatPercent(solvedInTime / solved, locale) : t('figuresNone'),
    },
  ]
  return (
    <section aria-labelledby="figures" className="mt-12">
      <h2 id="figures" className="mb-4">
        {t('figures', { date: formatDate(until) })}
      </h2>
      <dl className="grid rounded-md border border-line sm:grid-cols-3">
        {facts.map((fact) => (
          <div
            key={fact.text}
            className="flex flex-col-reverse justify-end border-line px-5 py-4 not-first:border-t sm:not-first:border-t-0 sm:not-first:border-l"
          >
            <dt className="text-sm text-soft">{fact.text}</dt>
            <dd className="text-2xl font-semibold tabular-nums">{fact.value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
