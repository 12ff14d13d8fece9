import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { type OfficeActor, requireOfficer } from '@/app/_server/office-actor'
import { getLocale, getTranslator } from '@/app/_server/translator'
import { RemainingTag } from '@/components/dossier/remaining-tag'
import { formatDateTime } from '@/components/format'
import { Link } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { Tag } from '@/components/ui/tag'
import { type OfficeView, viewForOffice } from '@/lib/dossiers/view-dossier'
import { markOfficeRead } from '@/lib/notifications/office-inbox'
import { clock } from '@/lib/server/business-clock'
import { isId } from '@/lib/shared/ids'
import { LICENCE_EVENTS } from '@/lib/workflow/flows/licence-events'
import { OfficeFrame } from '../../office-frame'
import { CaseActions } from './case-actions'
import { CaseChecklist } from './case-checklist'
import { CaseHistory } from './case-history'
import { Declared } from './declared'
import { InspectionPanel } from './inspection-panel'
import { LettersPanel } from './letters-panel'
import { OpinionsPanel } from './opinions-panel'
import { OutcomesPanel } from './outcomes-panel'
import { PaperViewer } from './paper-viewer'
import { PassingPanel } from './passing-panel'
import { SupplementPanel } from './supplement-panel'

type Props = {
  params: Promise<{ dossierId: string }>
  searchParams: Promise<{
    from?: string
    done?: string
    file?: string
    page?: string
    compare?: string
  }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator('office'))('actions') }
}

export default async function WorkbenchPage({ params, searchParams }: Props) {
  const { dossierId } = await params
  if (!isId(dossierId)) notFound()
  const actor = await requireOfficer(`/office/dossiers/${dossierId}`)
  const view = await viewForOffice(actor, { dossierId, at: clock.now() })
  if (!view.ok) notFound()
  const { personId, capacity } = actor
  await markOfficeRead({ personId, agencyId: capacity.agencyId }, dossierId)
  const search = await searchParams
  return (
    <OfficeFrame actor={actor} current={search.from}>
      <Workbench actor={actor} view={view.value} search={search} />
    </OfficeFrame>
  )
}

type BenchProps = {
  actor: OfficeActor
  view: OfficeView
  search: Awaited<Props['searchParams']>
}

async function Workbench({ actor, view, search }: BenchProps) {
  const t = await getTranslator('office')
  return (
    <>
      <BenchHead view={view} from={search.from} />
      <div className="px-4 sm:px-6">
        <Outcome view={view} done={search.done} />
        {view.ruleChanged && <Notice title={t('ruleChanged')} tone="warn" level={2} />}
      </div>
      <div className="grid xl:grid-cols-[20rem_minmax(0,1fr)_22rem]">
        <div className="order-2 border-line p-4 xl:order-1 xl:border-r">
          {view.readsPapers && (
            <Declared actor={actor} view={view} compares={search.compare === 'yes'} />
          )}
        </div>
        <div className="order-3 min-w-0 border-line bg-ground xl:order-2 xl:border-r">
          {view.readsPapers && (
            <PaperViewer view={view} fileId={search.file} page={Number(search.page ?? 1)} />
          )}
        </div>
        <div className="order-1 p-4 xl:order-3">
          <PassingPanel view={view} />
          <CaseActions actor={actor} view={view} />
          {view.inside && <InsidePanels actor={actor} view={view} search={search} />}
        </div>
      </div>
    </>
  )
}

/** What the agency that decides works with and says; no other agency sees it. */
function InsidePanels({ actor, view, search }: BenchProps) {
  return (
    <>
      <LettersPanel actor={actor} view={view} done={search.done} />
      <InspectionPanel view={view} />
      <OpinionsPanel actor={actor} dossierId={view.dossier.id} />
      <CaseChecklist view={view} />
      <OutcomesPanel view={view} />
      <SupplementPanel actor={actor} view={view} />
      <CaseHistory view={view} />
    </>
  )
}

async function BenchHead({ view, from }: { view: OfficeView; from?: string | undefined }) {
  const { dossier, remaining } = view
  const [t, words, locale] = [
    await getTranslator('office'),
    await getTranslator('dossier'),
    await getLocale(),
  ]
  return (
    <header className="border-b border-line px-4 py-3 sm:px-6">
      <Link href={from ? `/office/queues/${from}` : '/office'} className="text-sm">
        ‹ {t('backToQueue')}
      </Link>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h1 className="mb-0 text-xl">{dossier.subject}</h1>
        <Tag>{words(`states.${dossier.state}`)}</Tag>
        {remaining && <RemainingTag left={remaining} locale={locale} />}
      </div>
      <p className="mb-0 max-w-none text-sm text-soft tabular-nums">
        {[
          dossier.dossierCode ?? dossier.submissionReference,
          view.procedure.shortName[locale],
          t('submittedAt', { at: formatDateTime(dossier.submittedAt) }),
          ...dueLines(view, t),
        ].join(' · ')}
      </p>
    </header>
  )
}

function dueLines({ dossier }: OfficeView, t: Awaited<ReturnType<typeof getTranslator<'office'>>>) {
  const { acceptanceDueAt, acceptedAt, appraisalDueAt, issueDueAt } = dossier
  const lines: string[] = []
  if (acceptanceDueAt && !acceptedAt)
    lines.push(t('acceptanceDue', { at: formatDateTime(acceptanceDueAt) }))
  if (appraisalDueAt) lines.push(t('appraisalDue', { at: formatDateTime(appraisalDueAt) }))
  if (issueDueAt) lines.push(t('issueDue', { at: formatDateTime(issueDueAt) }))
  return lines
}

const DONE = [
  'accept',
  'refuse-intake',
  'assign',
  'record-minutes',
  'record-appraisal',
  'propose-decision',
  'confirm-proposal',
  'return-to-case-officer',
  'approve',
  'authorise-seal',
  'code',
] as const

async function Outcome({ view, done }: { view: OfficeView; done?: string | undefined }) {
  const [t, dossier] = [await getTranslator('office'), await getTranslator('dossier')]
  const reference = view.dossier.dossierCode ?? view.dossier.submissionReference
  const known = DONE.find((key) => key === done)
  const event = LICENCE_EVENTS.find((key) => key === done)
  if (!known && !event) return null
  const said = known && known !== 'code' ? t(`done.${known}`, { reference }) : t('code.sent')
  const title = !known && event ? dossier(`events.${event}`) : said
  return <Notice title={title} tone="ok" role="status" />
}
