import type { ReactNode } from 'react'
import {
  formatDate,
  formatDateTime,
  formatLongDate,
  formatNumber,
  formatTime,
} from '@/components/format'
import type { Locale } from '@/components/messages/locale'
import { type Translator, translatorFor } from '@/components/messages/translator'
import { Notice } from '@/components/ui/notice'
import { SummaryList, type SummaryRow } from '@/components/ui/summary-list'
import { dayOf } from '@/lib/deadlines/day'
import type { DueDateQuestion } from '@/lib/deadlines/due-date-question'
import type { DueExplanation } from '@/lib/deadlines/explain-due'
import type { TimeLimit } from '@/lib/deadlines/time-limit'
import type { WorkingCalendar } from '@/lib/deadlines/working-calendar'

type Props = {
  question: DueDateQuestion
  explained: DueExplanation
  calendar: WorkingCalendar
  locale: Locale
}

/** The due date in one glance, then how it was counted and by which law. */
export function DueDateOutcome(props: Props) {
  const { explained, calendar, locale } = props
  const t = translatorFor(locale, 'deadlines')
  const { due, warnings } = explained
  const day = formatLongDate(dayOf(due), locale)
  return (
    <section aria-label={t('how')} className="mb-10 max-w-form">
      <Notice tone="ok" size="large" role="status" title={t('due', { time: formatTime(due), day })}>
        <p>{t('share')}</p>
      </Notice>
      {warnings.map((warning) => {
        const year = warning.replace('calendar-year-missing:', '')
        return (
          <Notice key={warning} tone="warn" title={t('missingYear', { year })}>
            <p>{t('missingYearBody')}</p>
          </Notice>
        )
      })}
      <h2 className="mt-8 mb-3">{t('how')}</h2>
      <SummaryList rows={rowsOf(t, props)} />
      <h2 className="mt-8 mb-3">{t('legal')}</h2>
      <ul className="max-w-read list-disc space-y-1.5 pl-6 text-sm">
        <li>{t('legalItems.days')}</li>
        <li>{t('legalItems.holidays')}</li>
        <li>{t('legalItems.start')}</li>
        <li>{t('legalItems.hours', { hours: hoursOf(calendar) })}</li>
      </ul>
    </section>
  )
}

type Words = Translator<'deadlines'>

function rowsOf(t: Words, { question, explained, locale }: Props): SummaryRow[] {
  const { from, pauses = [] } = question
  const { countedFrom, legEnds, withoutWaits } = explained
  const counted =
    countedFrom.getTime() === from.getTime() ? t('row.countedSame') : formatDateTime(countedFrom)
  return [
    { id: 'row-received', label: t('row.received'), value: formatDateTime(from) },
    { id: 'row-counted', label: t('row.counted'), value: counted },
    ...question.limit.flatMap((leg, index): SummaryRow[] => {
      const end = legEnds[index]
      const value = t('row.legEnd', { moment: end ? formatDateTime(end) : '' })
      return [
        {
          id: `row-leg-${index}`,
          label: t('row.leg', { index: String(index + 1), limit: limitOf(t, leg, locale) }),
          value,
        },
      ]
    }),
    ...dayRows(t, explained),
    ...(pauses.length > 0
      ? [
          {
            id: 'row-without-waits',
            label: t('row.withoutWaits'),
            value: formatDateTime(withoutWaits),
          },
        ]
      : []),
  ]
}

function limitOf(t: Words, { value, unit }: TimeLimit, locale: Locale): string {
  const words = t(`unit.${unit}`)
  return unit === 'same-day' ? words : `${formatNumber(value, locale)} ${words}`
}

function dayRows(t: Words, { holidays, makeupDays, weekendDays }: DueExplanation): SummaryRow[] {
  const named = holidays.map(({ day, holiday }) => ({
    day,
    text: t('holidayDay', { day: formatDate(day), holiday: t(`holiday.${holiday}`) }),
  }))
  const makeup = makeupDays.map((day) => ({
    day,
    text: t('row.makeupDay', { day: formatDate(day) }),
  }))
  const weekends = t('row.weekendDays', { count: weekendDays })
  return [
    {
      id: 'row-holidays',
      label: t('row.holidays'),
      value: named.length > 0 ? <DayList days={named} note={t('holidayNote')} /> : t('row.none'),
    },
    ...(makeup.length > 0
      ? [{ id: 'row-makeup', label: t('row.makeup'), value: <DayList days={makeup} /> }]
      : []),
    { id: 'row-weekends', label: t('row.weekends'), value: weekends },
  ]
}

function DayList({ days, note }: { days: { day: string; text: string }[]; note?: ReactNode }) {
  return (
    <>
      <ul>
        {days.map(({ day, text }) => (
          <li key={day}>{text}</li>
        ))}
      </ul>
      {note && <p className="mt-1 text-sm text-soft">{note}</p>}
    </>
  )
}

function hoursOf({ hours }: WorkingCalendar): string {
  return hours.map(([open, close]) => `${open}–${close}`).join(', ')
}
