import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requireOfficer } from '@/app/_server/office-actor'
import { refusalText } from '@/app/_server/refusal-text'
import { today } from '@/app/_server/today'
import { getTranslator } from '@/app/_server/translator'
import { formatDate, formatDateTime } from '@/components/format'
import { DateInput } from '@/components/ui/date-input'
import { LinkButton } from '@/components/ui/link-button'
import { Notice } from '@/components/ui/notice'
import { SubmitButton } from '@/components/ui/submit-button'
import { type Column, Table } from '@/components/ui/table'
import type { RegisterData, RegisterRow } from '@/lib/documents/register-data'
import { registerTotals } from '@/lib/documents/register-totals'
import { readRegister } from '@/lib/dossiers/register/register-data'
import { clock } from '@/lib/server/business-clock'
import { OfficeFrame } from '../office-frame'
import { askedPeriod } from './asked-period'

type Props = { searchParams: Promise<{ from?: string; to?: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator('register'))('title') }
}

/** More than a screen can be read of; the files hold all. */
const SHOWN = 100

/** The dossier register (form 07): any period, on the screen and as a file. */
export default async function RegisterPage({ searchParams }: Props) {
  const actor = await requireOfficer('/office/register')
  const t = await getTranslator('register')
  const period = askedPeriod(await searchParams, today())
  const register = await readRegister(actor, { ...period, at: clock.now() })
  if (!register.ok && register.refusal.code === 'not-found') notFound()
  return (
    <OfficeFrame actor={actor} current="register">
      <div className="px-4 py-5 sm:px-6">
        <h1 className="mb-1 text-2xl">{t('title')}</h1>
        <p className="text-soft">{t('lead')}</p>
        <form className="mb-6 flex flex-wrap items-end gap-4">
          <DateInput id="from" name="from" label={t('from')} defaultValue={period.from} required />
          <DateInput id="to" name="to" label={t('to')} defaultValue={period.to} required />
          <SubmitButton variant="secondary" pendingLabel={t('reading')}>
            {t('show')}
          </SubmitButton>
        </form>
        {register.ok ? (
          <Entries register={register.value} />
        ) : (
          <Notice title={t('refused')} tone="danger" role="alert">
            <p>{await refusalText(register.refusal.code)}</p>
          </Notice>
        )}
      </div>
    </OfficeFrame>
  )
}

async function Entries({ register }: { register: RegisterData }) {
  const t = await getTranslator('register')
  const { rows, period } = register
  if (rows.length === 0) return <p className="font-semibold">{t('empty')}</p>
  const totals = registerTotals(rows)
  const query = `from=${period.from}&to=${period.to}`
  return (
    <>
      <p className="tabular-nums">
        {t('totals', {
          received: String(totals.received),
          early: String(totals.early),
          onTime: String(totals.onTime),
          overdue: String(totals.overdue),
          open: String(totals.open),
          openOverdue: String(totals.openOverdue),
          stopped: String(totals.stopped),
        })}
      </p>
      <p className="flex flex-wrap gap-3">
        <LinkButton href={`/office/register/pdf?${query}`} variant="secondary">
          {t('pdf')}
        </LinkButton>
        <LinkButton href={`/office/register/xlsx?${query}`} variant="secondary">
          {t('xlsx')}
        </LinkButton>
      </p>
      <Table
        caption={t('title')}
        captionHidden
        columns={await columns()}
        rows={rows.slice(0, SHOWN)}
        rowKey={(row) => row.code}
      />
      {rows.length > SHOWN && (
        <p className="mt-3 text-soft">{t('more', { count: String(rows.length - SHOWN) })}</p>
      )}
    </>
  )
}

async function columns(): Promise<Column<RegisterRow>[]> {
  const t = await getTranslator('register')
  return [
    {
      key: 'code',
      header: t('columns.code'),
      nowrap: true,
      cell: ({ code }) => code,
    },
    { key: 'procedure', header: t('columns.procedure'), cell: ({ procedure }) => procedure },
    { key: 'owner', header: t('columns.owner'), cell: ({ owner }) => owner },
    {
      key: 'received',
      header: t('columns.received'),
      nowrap: true,
      cell: ({ receivedAt }) => formatDateTime(new Date(receivedAt)),
    },
    {
      key: 'due',
      header: t('columns.due'),
      nowrap: true,
      cell: ({ dueAt, standing }) => {
        if (dueAt) return formatDate(new Date(dueAt))
        return standing === 'stopped' ? '–' : t('noDue')
      },
    },
    {
      key: 'returned',
      header: t('columns.returned'),
      nowrap: true,
      cell: ({ returnedAt }) => (returnedAt ? formatDateTime(new Date(returnedAt)) : ''),
    },
    {
      key: 'standing',
      header: t('columns.standing'),
      cell: ({ standing }) => t(`standings.${standing}`),
    },
  ]
}
