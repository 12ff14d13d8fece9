import type { Metadata } from 'next'
import { requireActor } from '@/app/_server/current-actor'
import { today } from '@/app/_server/today'
import { getLocale, getTranslator } from '@/app/_server/translator'
import { formatDate } from '@/components/format'
import { Link } from '@/components/ui/link'
import { type Column, Table } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import { listProcedures } from '@/lib/administration/published-procedures'
import { listMyLicences, type MyLicence } from '@/lib/dossiers/my-licences'
import { reachOf } from '@/lib/identity/member-rights'
import type { Procedure } from '@/lib/procedures/procedure'
import type { Locale } from '@/lib/procedures/shape/text'
import { MyPageHead } from '../my-page-head'

const TONES = {
  'in-force': 'ok',
  ending: 'warn',
  ended: 'late',
  suspended: 'late',
  revoked: 'late',
} as const

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator('my'))('licences.title') }
}

/** Everything the portal issued to the applicant, and when each ends. */
export default async function LicencesPage() {
  const actor = await requireActor('applicant', '/my/licences')
  const t = await getTranslator('my')
  const held = await listMyLicences(actor, today())
  const next = reachOf(actor, 'start-drafts') ? await listProcedures() : []
  return (
    <div className="wrap">
      <MyPageHead title={t('licences.title')} lead={t('licences.lead')} />
      {held.length === 0 && <p className="text-soft">{t('licences.none')}</p>}
      {held.length > 0 && (
        <Table
          caption={t('licences.caption')}
          captionHidden
          columns={await columns(next)}
          rows={held}
          rowKey={({ licenceId }) => licenceId}
        />
      )}
      {held.some(({ validTo }) => validTo !== null) && (
        <p className="mt-6">
          <a href="/my/licences/calendar">{t('licences.calendar')}</a>
        </p>
      )}
    </div>
  )
}

async function columns(procedures: readonly Procedure[]): Promise<Column<MyLicence>[]> {
  const [t, locale] = [await getTranslator('my'), await getLocale()]
  return [
    {
      key: 'what',
      header: t('licences.what'),
      cell: ({ dossierId, type, number, subject }) => (
        <>
          <Link href={`/my/dossiers/${dossierId}`} className="font-semibold">
            {t('licences.number', { type: type[locale], number })}
          </Link>
          <span className="block text-soft">{subject}</span>
        </>
      ),
    },
    {
      key: 'from',
      header: t('licences.from'),
      numeric: true,
      cell: ({ validFrom }) => formatDate(validFrom),
    },
    {
      key: 'to',
      header: t('licences.to'),
      numeric: true,
      cell: ({ validTo }) => (validTo ? formatDate(validTo) : t('licences.noEnd')),
    },
    {
      key: 'standing',
      header: t('licences.standing'),
      cell: ({ validity }) => (
        <Tag tone={TONES[validity]}>{t(`licences.validity.${validity}`)}</Tag>
      ),
    },
    {
      key: 'next',
      header: t('licences.next'),
      cell: (licence) => <NextSteps licence={licence} procedures={procedures} locale={locale} />,
    },
    {
      key: 'file',
      header: t('licences.file'),
      cell: ({ dossierId, kind, verifyCode }) => (
        <span className="flex flex-wrap gap-x-4">
          <a
            href={`/my/dossiers/${dossierId}/result${kind === 'companion' ? '?part=companion' : ''}`}
            className="inline-block py-1"
          >
            {t('download')}
          </a>
          {verifyCode && (
            <Link href={`/verify?code=${verifyCode}`} className="inline-block py-1">
              {t('verify')}
            </Link>
          )}
        </span>
      ),
    },
  ]
}

type NextProps = { licence: MyLicence; procedures: readonly Procedure[]; locale: Locale }

/** The procedures that are about such a licence, each beginning from this one. */
function NextSteps({ licence, procedures, locale }: NextProps) {
  const { dossierId, template, validity } = licence
  if (validity === 'revoked') return null
  const next = procedures.filter(({ concerns = [] }) => concerns.includes(template))
  if (next.length === 0) return '–'
  return (
    <span className="flex flex-col items-start">
      {next.map(({ key, shortName }) => (
        <Link key={key} href={`/my/start/${key}?from=${dossierId}`} className="py-1">
          {shortName[locale]}
        </Link>
      ))}
    </span>
  )
}
