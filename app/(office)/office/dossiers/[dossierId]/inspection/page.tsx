import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requireOfficer } from '@/app/_server/office-actor'
import { getTranslator } from '@/app/_server/translator'
import { Link } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { viewInspection } from '@/lib/dossiers/inspections/view-inspection'
import { clock } from '@/lib/server/business-clock'
import { isId } from '@/lib/shared/ids'
import { OfficeFrame } from '../../../office-frame'
import { CorrectionsSection } from './corrections-section'
import { MinutesSection } from './minutes-section'
import { PhotosSection } from './photos-section'
import { PlanSection } from './plan-section'
import { SiteChecklist } from './site-checklist'

type Props = {
  params: Promise<{ dossierId: string }>
  searchParams: Promise<{ done?: string; upload?: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator('inspection'))('title') }
}

/** The whole inspection on one narrow page: it is used on a telephone, at the site. */
export default async function InspectionPage({ params, searchParams }: Props) {
  const { dossierId } = await params
  if (!isId(dossierId)) notFound()
  const actor = await requireOfficer(`/office/dossiers/${dossierId}/inspection`)
  const found = await viewInspection(actor, { dossierId, at: clock.now() })
  if (!found.ok) notFound()
  const view = found.value
  const { done, upload } = await searchParams
  const t = await getTranslator('inspection')
  return (
    <OfficeFrame actor={actor}>
      <div className="max-w-3xl px-4 py-4 sm:px-6">
        <Link href={`/office/dossiers/${dossierId}`} className="text-sm">
          ‹ {t('back')}
        </Link>
        <h1 className="mb-0 text-xl">{t('title')}</h1>
        <p className="text-sm text-soft">
          {view.dossier.code} · {view.dossier.subject}
        </p>
        <Done done={done} />
        <CorrectionsSection view={view} />
        <PlanSection view={view} />
        {view.visit && <SiteChecklist view={view} saved={done === 'findings'} />}
        {view.visit && <PhotosSection view={view} upload={upload} />}
        {view.visit && <MinutesSection view={view} upload={upload} />}
      </div>
    </OfficeFrame>
  )
}

const DONE = [
  'plan-inspection',
  'findings',
  'record-minutes',
  'demand-corrections',
  'record-recheck',
  'lead',
  'paper',
  'removed',
] as const

async function Done({ done }: { done: string | undefined }) {
  const t = await getTranslator('inspection')
  const known = DONE.find((key) => key === done)
  return known ? <Notice title={t(`done.${known}`)} tone="ok" role="status" /> : null
}
