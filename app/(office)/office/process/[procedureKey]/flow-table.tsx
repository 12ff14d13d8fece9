import { getTranslator } from '@/app/_server/translator'
import { type Column, Table } from '@/components/ui/table'
import { type Doer, type ProcessRow, processTable } from '@/lib/administration/process-table'
import { OPEN_STATES } from '@/lib/workflow/flows/licence-states'

type Words = Awaited<ReturnType<typeof getTranslator<'process'>>>
type DossierWords = Awaited<ReturnType<typeof getTranslator<'dossier'>>>

/** What can happen to a dossier, read from the tables that run it. */
export async function FlowTable() {
  const t = await getTranslator('process')
  return (
    <section className="mt-10">
      <p className="max-w-read text-soft">{t('tableLead')}</p>
      <Table
        caption={t('tableTitle')}
        columns={columns(t, await getTranslator('dossier'))}
        rows={processTable()}
        rowKey={({ event, from, to }) => `${event}-${from[0] ?? 'born'}-${to}`}
      />
    </section>
  )
}

function columns(t: Words, words: DossierWords): Column<ProcessRow>[] {
  const named = (from: ProcessRow['from']) => from.map((state) => words(`states.${state}`))
  const states = (from: ProcessRow['from']) =>
    OPEN_STATES.every((state) => from.includes(state))
      ? [t('everyOpen'), ...named(from.filter((state) => !OPEN_STATES.includes(state)))].join('; ')
      : named(from).join('; ')
  const to = (row: ProcessRow) =>
    row.to === 'same' || row.to === 'before' ? t(row.to) : words(`states.${row.to}`)
  return [
    { key: 'event', header: t('columns.event'), cell: (row) => words(`events.${row.event}`) },
    {
      key: 'from',
      header: t('columns.from'),
      cell: (row) => (row.from.length > 0 ? states(row.from) : t('born')),
    },
    { key: 'to', header: t('columns.to'), cell: to },
    {
      key: 'who',
      header: t('columns.who'),
      cell: (row) => row.who.map((doer) => doerText(t, doer, states(doer.states))).join('; '),
    },
    { key: 'clock', header: t('columns.clock'), cell: (row) => t(`clocks.${row.clock}`) },
    {
      key: 'slip',
      header: t('columns.slip'),
      nowrap: true,
      cell: (row) => (row.slip ? t('slip', { number: row.slip }) : ''),
    },
    {
      key: 'tells',
      header: t('columns.tells'),
      cell: (row) => row.tells?.map((channel) => t(`tells.${channel}`)).join(', ') ?? '',
    },
  ]
}

function doerText(t: Words, { relation, role, stepUp }: Doer, states: string): string {
  const who = t(`relations.${relation}`, { role: role ? t(`roles.${role}`) : '' })
  const there = states ? t('onlyIn', { who, states }) : who
  return stepUp ? t('stepUp', { who: there }) : there
}
