import { formatDate, formatNumber, formatPercent } from '@/components/format'
import type { Locale } from '@/components/messages/locale'
import { translatorFor } from '@/components/messages/translator'
import { type Column, Table } from '@/components/ui/table'
import type { YearFigures } from './year-figures'

type Props = {
  /** This year of the procedure, and of all procedures; undefined while nothing was received. */
  own: YearFigures | undefined
  all: YearFigures | undefined
  /** The last day counted, 'YYYY-MM-DD'. */
  until: string
  locale: Locale
}

type Row = YearFigures & { name: string }

/** This year of one procedure beside the whole portal; nothing at all while it has none. */
export function ProcedureFigures({ own, all, until, locale }: Props) {
  if (!own || !all) return null
  const t = translatorFor(locale, 'procedures')
  const rows = [
    { name: t('figuresOwn'), ...own },
    { name: t('figuresAll'), ...all },
  ]
  return (
    <section aria-labelledby="figures" className="mt-14 max-w-4xl">
      <h2 id="figures" className="mb-4">
        {translatorFor(locale, 'home')('figures', { date: formatDate(until) })}
      </h2>
      <Table
        caption={t('figuresCaption')}
        captionHidden
        columns={columns(locale)}
        rows={rows}
        rowKey={({ name }) => name}
      />
    </section>
  )
}

function columns(locale: Locale): Column<Row>[] {
  const t = translatorFor(locale, 'procedures')
  const number = (value: number) => formatNumber(value, locale)
  return [
    { key: 'name', header: t('figuresWhich'), cell: ({ name }) => name },
    {
      key: 'received',
      header: t('figuresReceived'),
      cell: ({ received }) => number(received),
      numeric: true,
    },
    {
      key: 'solved',
      header: t('figuresSolved'),
      cell: ({ solved }) => number(solved),
      numeric: true,
    },
    {
      key: 'onTime',
      header: t('figuresOnTime'),
      cell: (figures) => onTimeShare(figures, locale) ?? t('figuresNone'),
      numeric: true,
    },
  ]
}

/** There is no share of nothing: 0 of 0 is not 0 %. */
function onTimeShare({ solved, solvedInTime }: YearFigures, locale: Locale): string | undefined {
  return solved > 0 ? formatPercent(solvedInTime / solved, locale) : undefined
}
