import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requireOfficer } from '@/app/_server/office-actor'
import { getLocale, getTranslator } from '@/app/_server/translator'
import { RemainingTag } from '@/components/dossier/remaining-tag'
import { formatDate, formatDateTime } from '@/components/format'
import { Link } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { Pagination } from '@/components/ui/pagination'
import { type Column, Table } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import { DEFAULT_CALENDAR } from '@/lib/deadlines/default-calendar'
import { remaining } from '@/lib/deadlines/standing'
import { listQueue, type QueuePage as Page } from '@/lib/dossiers/work-queue'
import { clock } from '@/lib/server/business-clock'
import { OfficeFrame } from '../../office-frame'

type Props = {
  params: Promise<{ queue: string }>
  searchParams: Promise<{ after?: string; done?: string }>
}
type Row = Page['rows'][number]

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslator('office')
  const { queue } = await params
  return { title: t.has(`queues.${queue as 'mine'}`) ? t(`queues.${queue as 'mine'}`) : queue }
}

export default async function QueuePage({ params, searchParams }: Props) {
  const { queue: key } = await params
  const actor = await requireOfficer(`/office/queues/${encodeURIComponent(key)}`)
  const { after, done } = await searchParams
  const page = await listQueue(actor, { key, after })
  if (!page) notFound()
  const t = await getTranslator('office')
  const words = await getTranslator('assignment')
  const title = t(`queues.${page.queue.key}`)
  return (
    <OfficeFrame actor={actor} current={page.queue.key}>
      <div className="px-4 py-5 sm:px-6">
        <h1 className="mb-4 text-2xl">{title}</h1>
        {done === 'declare-conflict' && (
          <Notice title={words('conflict.done')} tone="ok" role="status" />
        )}
        {page.rows.length === 0 ? (
          <div className="mt-6 border border-line bg-ground p-6">
            <p className="font-semibold">{t('empty')}</p>
            <p className="mb-0 text-soft">{t('emptyHint')}</p>
          </div>
        ) : (
          <Table
            caption={title}
            captionHidden
            columns={await columns(page)}
            rows={page.rows}
            rowKey={(row) => row.id}
          />
        )}
        <Pagination
          label={title}
          next={
            page.next
              ? { href: `?after=${encodeURIComponent(page.next)}`, label: t('nextPage') }
              : undefined
          }
        />
      </div>
    </OfficeFrame>
  )
}

async function columns({ queue }: Page): Promise<Column<Row>[]> {
  const [t, words] = await Promise.all([getTranslator('office'), getTranslator('dossier')])
  const now = clock.now()
  const locale = await getLocale()
  return [
    {
      key: 'reference',
      header: t('columns.reference'),
      nowrap: true,
      cell: (row) => (
        <Link href={`/office/dossiers/${row.id}?from=${queue.key}`} className="font-semibold">
          {row.reference}
        </Link>
      ),
    },
    { key: 'subject', header: t('columns.subject'), cell: (row) => row.subject },
    { key: 'owner', header: t('columns.owner'), cell: (row) => row.ownerName },
    {
      key: 'state',
      header: t('columns.state'),
      cell: (row) => (
        <>
          {words(`states.${row.state}`)}
          {row.filedElsewhere === 'held' && queue.group !== 'held' && (
            <span className="block">
              <Tag tone="warn">{t('notArrived')}</Tag>
            </span>
          )}
        </>
      ),
    },
    {
      key: 'assignee',
      header: t('columns.assignee'),
      cell: (row) => row.assigneeName ?? '',
    },
    {
      key: 'due',
      header: t('columns.due'),
      nowrap: true,
      cell: (row) => (row.dueAt ? formatDate(row.dueAt) : t('noDue')),
    },
    {
      key: 'left',
      header: t('columns.left'),
      cell: (row) =>
        row.dueAt && !queue.newestFirst ? (
          <RemainingTag left={remaining(DEFAULT_CALENDAR, row.dueAt, now)} locale={locale} />
        ) : null,
    },
    {
      key: 'updated',
      header: t('columns.updated'),
      nowrap: true,
      cell: (row) => formatDateTime(row.updatedAt),
    },
  ]
}
