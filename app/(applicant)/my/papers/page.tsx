import type { Metadata } from 'next'
import { requireActor } from '@/app/_server/current-actor'
import { itemName } from '@/app/_server/store-words'
import { getLocale, getTranslator } from '@/app/_server/translator'
import { formatDate } from '@/components/format'
import { Link } from '@/components/ui/link'
import { type Column, Table } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import { type StoreView, viewStore } from '@/lib/reuse/store'
import { clock } from '@/lib/server/business-clock'
import { MyPageHead } from '../my-page-head'

const TONES = { usable: 'ok', ended: 'late', suspended: 'late', revoked: 'late' } as const

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator('store'))('title') }
}

/** Everything that an applicant has on file with the portal and may use again. */
export default async function PapersPage() {
  const actor = await requireActor('applicant', '/my/papers')
  const t = await getTranslator('store')
  const items = await viewStore(actor, clock.now())
  const named = await Promise.all(
    items.map(async (item) => ({ ...item, title: await itemName(item) })),
  )
  return (
    <div className="wrap pb-12">
      <MyPageHead title={t('title')} lead={t('lead')} />
      {named.length === 0 && <p className="text-soft">{t('none')}</p>}
      {named.length > 0 && (
        <Table
          caption={t('caption')}
          captionHidden
          columns={await columns()}
          rows={named}
          rowKey={({ key }) => key}
        />
      )}
    </div>
  )
}

type Row = StoreView & { title: string }

async function columns(): Promise<Column<Row>[]> {
  const [t, locale] = [await getTranslator('store'), await getLocale()]
  return [
    {
      key: 'what',
      header: t('what'),
      cell: ({ title, files }) => (
        <>
          <span className="font-semibold">{title}</span>
          {files.map(({ id, name }) => (
            <a key={id} href={`/api/files/${id}`} download className="block break-words py-1">
              {name}
            </a>
          ))}
        </>
      ),
    },
    {
      key: 'from',
      header: t('from'),
      cell: ({ dossier }) => (
        <>
          <Link href={`/my/dossiers/${dossier.id}`}>{dossier.reference}</Link>
          <span className="block text-soft">
            {dossier.procedureName[locale]} · {dossier.subject}
          </span>
        </>
      ),
    },
    {
      key: 'proof',
      header: t('proofTitle'),
      cell: ({ proof, day }) => t(`proof.${proof}`, { date: formatDate(day) }),
    },
    {
      key: 'standing',
      header: t('standingTitle'),
      cell: ({ standing, validTo }) => (
        <>
          <Tag tone={TONES[standing]}>{t(`standing.${standing}`)}</Tag>
          {validTo && (
            <span className="block text-sm text-soft">
              {t('until', { date: formatDate(validTo) })}
            </span>
          )}
        </>
      ),
    },
    {
      key: 'uses',
      header: t('usesTitle'),
      cell: ({ uses }) => t('uses', { count: uses }),
    },
  ]
}
