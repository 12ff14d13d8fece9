import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requireOfficer } from '@/app/_server/office-actor'
import { getTranslator } from '@/app/_server/translator'
import { formatDate } from '@/components/format'
import { Link } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { type Column, Table } from '@/components/ui/table'
import { type CalendarDesk, viewCalendars } from '@/lib/administration/calendar-desk'
import { clock } from '@/lib/server/business-clock'
import { OfficeFrame } from '../office-frame'
import { InForce } from './in-force'
import { NewCalendar } from './new-calendar'

type Props = { searchParams: Promise<{ whose?: string; done?: string }> }
type Version = CalendarDesk['versions'][number]

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator('calendars'))('title') }
}

export default async function CalendarsPage({ searchParams }: Props) {
  const actor = await requireOfficer('/office/calendars')
  const { whose, done } = await searchParams
  const asked = whose === 'everyone' ? 'everyone' : 'own-agency'
  const desk = await viewCalendars(actor, asked, clock.now())
  if (!desk) notFound()
  const t = await getTranslator('calendars')
  return (
    <OfficeFrame actor={actor} current="calendars">
      <div className="space-y-10 px-4 py-5 sm:px-6">
        <div>
          <h1 className="mb-2 text-2xl">{t('title')}</h1>
          <p className="max-w-read text-soft">{t('lead')}</p>
          {done === 'published' && <Notice title={t('done')} tone="ok" role="status" />}
          {desk.choices.length > 1 && <Whose desk={desk} />}
        </div>
        <InForce desk={desk} />
        <section aria-labelledby="versions-title">
          <h2 id="versions-title" className="mb-2 text-xl">
            {t('versions')}
          </h2>
          {desk.versions.length === 0 ? (
            <p>{t('noVersions')}</p>
          ) : (
            <Table
              caption={t('versions')}
              captionHidden
              columns={await columns()}
              rows={desk.versions}
              rowKey={(row) => row.id}
            />
          )}
        </section>
        <NewCalendar key={desk.whose} desk={desk} />
      </div>
    </OfficeFrame>
  )
}

/** The Ministry's administrator chooses whose calendar the page is about. */
async function Whose({ desk }: { desk: CalendarDesk }) {
  const t = await getTranslator('calendars')
  return (
    <nav aria-label={t('whoseLabel')} className="mt-3 flex flex-wrap gap-x-6">
      {desk.choices.map((one) => (
        <Link
          key={one}
          href={`/office/calendars?whose=${one}`}
          aria-current={one === desk.whose ? 'page' : undefined}
          className="inline-flex min-h-11 items-center aria-[current=page]:font-semibold"
        >
          {t(`whose.${one}`)}
        </Link>
      ))}
    </nav>
  )
}

async function columns(): Promise<Column<Version>[]> {
  const t = await getTranslator('calendars')
  return [
    { key: 'version', header: t('columns.version'), cell: (row) => String(row.version) },
    { key: 'from', header: t('columns.from'), cell: (row) => formatDate(row.effectiveFrom) },
    {
      key: 'by',
      header: t('columns.by'),
      cell: ({ publishedBy, loadedAt }) =>
        publishedBy
          ? t('by', { name: publishedBy, date: formatDate(loadedAt) })
          : t('shipped', { date: formatDate(loadedAt) }),
    },
  ]
}
