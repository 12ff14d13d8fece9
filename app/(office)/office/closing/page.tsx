import type { Metadata } from 'next'
import { requireOfficer } from '@/app/_server/office-actor'
import { getTranslator } from '@/app/_server/translator'
import { formatDate } from '@/components/format'
import { Link } from '@/components/ui/link'
import { type Column, Table } from '@/components/ui/table'
import { clock } from '@/lib/server/business-clock'
import { listRepliesOver } from '@/lib/supplements/close-without-reply'
import { OfficeFrame } from '../office-frame'

type Row = Awaited<ReturnType<typeof listRepliesOver>>[number]

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator('supplement'))('office.queue') }
}

/** The dossiers whose answer never came: proposed for closing, closed by the desk alone. */
export default async function ClosingPage() {
  const actor = await requireOfficer('/office/closing')
  const t = await getTranslator('supplement')
  const rows = await listRepliesOver(actor, clock.now())
  return (
    <OfficeFrame actor={actor} current="closing">
      <div className="px-4 py-5 sm:px-6">
        <h1 className="mb-2 text-2xl">{t('office.queue')}</h1>
        <p className="max-w-read">
          {t(rows.length > 0 ? 'office.queueLead' : 'office.queueEmpty')}
        </p>
        {rows.length > 0 && (
          <Table
            caption={t('office.queue')}
            captionHidden
            columns={await columns()}
            rows={rows}
            rowKey={(row) => row.id}
          />
        )}
      </div>
    </OfficeFrame>
  )
}

async function columns(): Promise<Column<Row>[]> {
  const [t, office] = [await getTranslator('supplement'), await getTranslator('office')]
  return [
    {
      key: 'reference',
      header: office('columns.reference'),
      nowrap: true,
      cell: (row) => (
        <Link href={`/office/dossiers/${row.id}`} className="font-semibold">
          {row.reference}
        </Link>
      ),
    },
    { key: 'subject', header: office('columns.subject'), cell: (row) => row.subject },
    { key: 'owner', header: office('columns.owner'), cell: (row) => row.ownerName },
    {
      key: 'due',
      header: t('office.overSince'),
      nowrap: true,
      cell: (row) => formatDate(row.replyDueAt),
    },
  ]
}
