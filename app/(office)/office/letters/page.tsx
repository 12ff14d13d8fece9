import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requireOfficer } from '@/app/_server/office-actor'
import { getTranslator } from '@/app/_server/translator'
import { formatDateTime } from '@/components/format'
import { Link } from '@/components/ui/link'
import { type Column, Table } from '@/components/ui/table'
import { type LetterToSeal, listLettersToSeal } from '@/lib/letters/letters-to-seal'
import { OfficeFrame } from '../office-frame'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator('letters'))('list.title') }
}

/** The records clerk's list: letters that are signed and wait for number, date and seal. */
export default async function LettersPage() {
  const actor = await requireOfficer('/office/letters')
  if (!actor.capacity.roles.includes('recordsClerk')) notFound()
  const [t, rows] = [await getTranslator('letters'), await listLettersToSeal(actor)]
  return (
    <OfficeFrame actor={actor} current="letters">
      <div className="px-4 py-5 sm:px-6">
        <h1 className="mb-4 text-2xl">{t('list.title')}</h1>
        {rows.length === 0 ? (
          <p className="border border-line bg-ground p-6 font-semibold">{t('list.empty')}</p>
        ) : (
          <Table
            caption={t('list.title')}
            captionHidden
            columns={await columns()}
            rows={rows}
            rowKey={(row) => row.documentId}
          />
        )}
      </div>
    </OfficeFrame>
  )
}

async function columns(): Promise<Column<LetterToSeal>[]> {
  const [t, office] = [await getTranslator('letters'), await getTranslator('office')]
  return [
    {
      key: 'letter',
      header: t('list.letter'),
      cell: (row) => (
        <Link href={`/office/dossiers/${row.dossierId}`} className="font-semibold">
          {office(`documentKinds.${row.kind}`)}
        </Link>
      ),
    },
    {
      key: 'reference',
      header: office('columns.reference'),
      nowrap: true,
      cell: (row) => row.dossierCode ?? row.submissionReference,
    },
    { key: 'subject', header: office('columns.subject'), cell: (row) => row.subject },
    { key: 'owner', header: office('columns.owner'), cell: (row) => row.ownerName },
    {
      key: 'asked',
      header: t('list.askedAt'),
      nowrap: true,
      cell: (row) => formatDateTime(row.createdAt),
    },
  ]
}
