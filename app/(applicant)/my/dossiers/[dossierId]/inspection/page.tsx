import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requireActor } from '@/app/_server/current-actor'
import { getTranslator } from '@/app/_server/translator'
import { formatDateTime } from '@/components/format'
import { PageHead } from '@/components/layout/page-head'
import { Notice } from '@/components/ui/notice'
import { SummaryList } from '@/components/ui/summary-list'
import { type InspectionView, viewInspection } from '@/lib/dossiers/inspections/view-inspection'
import { clock } from '@/lib/server/business-clock'
import { isId } from '@/lib/shared/ids'
import { FacilityCorrections } from './facility-corrections'
import { FacilityMinutes } from './facility-minutes'

type Props = {
  params: Promise<{ dossierId: string }>
  searchParams: Promise<{ done?: string; upload?: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator('inspection'))('title') }
}

/** The facility's side of the inspection: the visit, the minutes to confirm, what to put right. */
export default async function FacilityInspectionPage({ params, searchParams }: Props) {
  const { dossierId } = await params
  if (!isId(dossierId)) notFound()
  const actor = await requireActor('applicant', `/my/dossiers/${dossierId}/inspection`)
  const found = await viewInspection(actor, { dossierId, at: clock.now() })
  if (!found.ok || !found.value.visit) notFound()
  const view = found.value
  const { done, upload } = await searchParams
  const [t, layout, my] = [
    await getTranslator('inspection'),
    await getTranslator('layout'),
    await getTranslator('my'),
  ]
  return (
    <div className="wrap">
      <PageHead
        crumbs={[
          { href: '/', text: layout('home') },
          { href: '/my', text: my('title') },
          { href: `/my/dossiers/${dossierId}`, text: view.dossier.code },
        ]}
        crumbsLabel={layout('youAreHere')}
        title={t('title')}
      />
      <Done done={done} />
      <div className="max-w-3xl space-y-10">
        <FacilityCorrections view={view} upload={upload} />
        <FacilityMinutes view={view} />
        <Visit view={view} />
      </div>
    </div>
  )
}

const DONE = ['codeSent', 'confirmed', 'reportDone'] as const

async function Done({ done }: { done: string | undefined }) {
  const t = await getTranslator('inspection')
  const known = DONE.find((key) => key === done)
  return known ? <Notice title={t(`mine.${known}`)} tone="ok" role="status" /> : null
}

async function Visit({ view: { visit, team } }: { view: InspectionView }) {
  const t = await getTranslator('inspection')
  if (!visit?.plannedFor) return null
  const people = team.map(
    ({ part, name, title }) => `${t(`plan.parts.${part}`)}: ${name}, ${title}`,
  )
  return (
    <section aria-labelledby="visit-title">
      <h2 id="visit-title">{t('plan.title')}</h2>
      <SummaryList
        rows={[
          { id: 'visit-at', label: t('plan.at'), value: formatDateTime(visit.plannedFor) },
          { id: 'visit-place', label: t('plan.place'), value: visit.place ?? '' },
          { id: 'visit-team', label: t('plan.team'), value: people.join('\n') },
          { id: 'visit-agenda', label: t('plan.agenda'), value: visit.agenda ?? '' },
        ]}
      />
    </section>
  )
}
