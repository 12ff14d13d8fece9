import { getTranslator } from '@/app/_server/translator'
import { formatDate } from '@/components/format'
import { SubmitButton } from '@/components/ui/submit-button'
import { type Column, Table } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import type { DelegationDesk } from '@/lib/administration/delegations'
import { takeBackAction } from './actions'

type Row = DelegationDesk['rows'][number]

/** What was lent, to whom, by which paper, and whether it still holds. */
export async function LentList({ rows }: { rows: readonly Row[] }) {
  const t = await getTranslator('delegations')
  if (rows.length === 0) return <p className="mt-6">{t('none')}</p>
  return (
    <div className="mt-6">
      <Table
        caption={t('listTitle')}
        columns={await columns()}
        rows={rows}
        rowKey={(row) => row.id}
      />
    </div>
  )
}

async function columns(): Promise<Column<Row>[]> {
  const [t, words] = [await getTranslator('delegations'), await getTranslator('dossier')]
  const text = (
    key: 'from' | 'to' | 'capacity' | 'events' | 'procedures',
    of: (row: Row) => string,
  ) => ({
    key,
    header: t(`columns.${key}`),
    cell: of,
  })
  return [
    text('from', (row) => t('holder', { name: row.fromName, position: row.fromPosition })),
    text('to', (row) => t('holder', { name: row.toName, position: row.toPosition })),
    text('capacity', (row) => row.capacity),
    text('events', (row) => row.events.map((event) => words(`events.${event}`)).join(', ')),
    text('procedures', (row) => row.procedures.join(', ') || t('allProcedures')),
    {
      key: 'period',
      header: t('columns.period'),
      cell: ({ validFrom, validTo }) =>
        // The last day, not the midnight after it.
        t('period', {
          from: formatDate(validFrom),
          to: formatDate(new Date(validTo.getTime() - 1)),
        }),
    },
    {
      key: 'paper',
      header: t('columns.paper'),
      cell: (row) => t('paper', { number: row.paperNumber, day: formatDate(row.paperDay) }),
    },
    { key: 'standing', header: t('columns.standing'), cell: (row) => <Standing row={row} /> },
  ]
}

async function Standing({ row }: { row: Row }) {
  const t = await getTranslator('delegations')
  const open = row.standing === 'lent' || row.standing === 'coming'
  return (
    <>
      <Tag>{t(`standing.${row.standing}`)}</Tag>
      {open && (
        <form action={takeBackAction} className="mt-1">
          <input type="hidden" name="delegationId" value={row.id} />
          <SubmitButton variant="secondary" size="slim" pendingLabel={t('pending')}>
            {t('takeBack')} <span className="sr-only">{t('takeBackOf', { name: row.toName })}</span>
          </SubmitButton>
        </form>
      )}
    </>
  )
}
