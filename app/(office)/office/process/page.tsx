import type { Metadata } from 'next'
import Link from 'next/link'
import { requireOfficer } from '@/app/_server/office-actor'
import { getLocale, getTranslator } from '@/app/_server/translator'
import { listProcedures } from '@/lib/administration/published-procedures'
import { OfficeFrame } from '../office-frame'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator('process'))('listTitle') }
}

export default async function ProcessesPage() {
  const actor = await requireOfficer('/office/process')
  const [t, locale, procedures] = await Promise.all([
    getTranslator('process'),
    getLocale(),
    listProcedures(),
  ])
  return (
    <OfficeFrame actor={actor} current="process">
      <div className="px-4 py-5 sm:px-6">
        <h1 className="mb-4 text-2xl">{t('listTitle')}</h1>
        <ul>
          {procedures.map((procedure) => (
            <li key={procedure.key} className="border-t border-hairline py-2">
              <Link href={`/office/process/${procedure.key}`}>{procedure.name[locale]}</Link>
            </li>
          ))}
        </ul>
      </div>
    </OfficeFrame>
  )
}
