import { getTranslator } from '@/app/_server/translator'
import { formatDate } from '@/components/format'
import { Details } from '@/components/ui/details'
import type { CalendarDesk } from '@/lib/administration/calendar-desk'
import type { Day } from '@/lib/deadlines/day'
import { holidayOf } from '@/lib/deadlines/holidays'

/** The calendar in force: hours, and by year the days that differ from the ordinary week. */
export async function InForce({ desk }: { desk: CalendarDesk }) {
  const t = await getTranslator('calendars')
  const { hours, weekdays, years } = desk.inForce
  const sessions = (list: readonly (readonly [string, string])[]) =>
    list.map(([open, close]) => `${open}–${close}`).join(', ')
  const saturday = weekdays?.['6'] ?? []
  return (
    <section aria-labelledby="in-force-title">
      <h2 id="in-force-title" className="mb-2 text-xl">
        {t('inForce')}
      </h2>
      {desk.whose === 'own-agency' && !desk.own && <p>{t('countrys')}</p>}
      <p>
        {t('hours')}: <b className="tabular-nums">{sessions(hours)}</b>
        {saturday.length > 0 && ` · ${t('saturday')}: ${sessions(saturday)}`}
      </p>
      {Object.entries(years)
        .toReversed()
        .map(([year, days]) => (
          <Details key={year} summary={t('year', { year })}>
            <DayList title={t('off')} days={days.off} names={days.names} holidays />
            <DayList title={t('makeup')} days={days.makeup} names={days.names} />
            <p className="max-w-read text-sm">
              {t('legal')}: {days.legal}
            </p>
          </Details>
        ))}
    </section>
  )
}

type ListProps = {
  title: string
  days: readonly Day[]
  names: Readonly<Record<Day, string>> | undefined
  holidays?: boolean
}

async function DayList({ title, days, names, holidays }: ListProps) {
  const [t, words] = [await getTranslator('calendars'), await getTranslator('deadlines')]
  return (
    <>
      <h3 className="text-base">{title}</h3>
      {days.length === 0 && <p className="text-soft">{t('none')}</p>}
      <ul className="mb-3 text-sm">
        {days.map((day) => (
          <li key={day}>
            <span className="tabular-nums">{formatDate(day)}</span>{' '}
            {names?.[day] ?? (holidays && words(`holiday.${holidayOf(day)}`))}
          </li>
        ))}
      </ul>
    </>
  )
}
