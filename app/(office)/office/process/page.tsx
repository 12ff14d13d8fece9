import type { Metadata } from 'next'
import { requireOfficer } from '@/app/_server/office-actor'
import { getLocale, getTranslator } from '@/app/_server/translator'
import { Link } from '@/components/ui/link'
import { Tag } from '@/components/ui/tag'
import { listProcedures } from '@/lib/administration/published-procedures'
import { unverifiedFacts } from '@/lib/procedures/unverified'
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
  const counted = procedures.map((procedure) => ({
    procedure,
    count: unverifiedFacts(procedure).length,
  }))
  const total = counted.reduce((sum, { count }) => sum + count, 0)
  return (
    <OfficeFrame actor={actor} current="process">
      <div className="px-4 py-5 sm:px-6">
        <h1 className="mb-2 text-2xl">{t('listTitle')}</h1>
        <p className="mb-4 text-soft">
          {t('facts.total', { count: `${total}`, procedures: `${procedures.length}` })}
        </p>
        <ul>
          {counted.map(({ procedure, count }) => (
            <li key={procedure.key} className="border-t border-hairline py-2">
              <Link href={`/office/process/${procedure.key}`}>{procedure.name[locale]}</Link>{' '}
              {count > 0 && <Tag tone="warn">{t('facts.count', { count: `${count}` })}</Tag>}
            </li>
          ))}
        </ul>
      </div>
    </OfficeFrame>
  )
}
