import type { Metadata } from 'next'
import { requireOwnDossier } from '@/app/_server/own-dossier'
import { getLocale, getTranslator } from '@/app/_server/translator'
import { DeclaredSections } from '@/components/dossier/declared-sections'
import { formatDateTime, formatFileSize, formatMoney } from '@/components/format'
import { PageHead } from '@/components/layout/page-head'
import { Details } from '@/components/ui/details'
import { LinkButton } from '@/components/ui/link-button'
import { Notice } from '@/components/ui/notice'
import { Timeline } from '@/components/ui/timeline'
import type { Right } from '@/lib/identity/permission-rows'
import type { LicenceState } from '@/lib/workflow/flows/licence-states'
import { AgencyDocuments } from './agency-documents'
import { ChangeContent, FileAgain, SupplementSlips, SupplementTurn } from './content-turns'
import { Extended } from './extended'
import { InspectionTurn } from './inspection-turn'
import { hasOutcomeTurn, OutcomeTurn } from './outcome-turn'
import { PassingTurn } from './passing-turn'
import { Promises } from './promises'
import { Stopping } from './stopping'
import { SupplementVerdicts } from './supplement-verdicts'
import { truth } from './truth'
import { FilingParts, ForOthers, NotDeclared } from './workspace-parts'

type Props = { params: Promise<{ dossierId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator('my'))('title') }
}

export default async function DossierPage({ params }: Props) {
  const { dossierId } = await params
  const view = await requireOwnDossier(dossierId, `/my/dossiers/${dossierId}`)
  const [t, layout, locale] = [
    await getTranslator('my'),
    await getTranslator('layout'),
    await getLocale(),
  ]
  const { dossier } = view
  return (
    <div className="wrap">
      <PageHead
        crumbs={[
          { href: '/', text: layout('home') },
          { href: '/my', text: t('title') },
        ]}
        crumbsLabel={layout('youAreHere')}
        above={
          <span className="text-sm text-soft tabular-nums">
            {dossier.dossierCode ?? dossier.submissionReference} ·{' '}
            {t('submittedAt', { at: formatDateTime(dossier.submittedAt) })} · {dossier.subject}
          </span>
        }
        title={await truth(view)}
      />
      <InspectionTurn view={view} />
      <SupplementTurn view={view} />
      <OutcomeTurn view={view} />
      <PassingTurn view={view} />
      <ToDo view={view} />
      <Extended view={view} />
      {view.rights.has('view-papers') && <FileAgain view={view} />}
      <div className="grid gap-x-14 gap-y-10 lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
        <div>
          <SupplementVerdicts view={view} />
          <Progress view={view} />
          <section className="mt-10">
            <h2 className="mb-2">{t('declared')}</h2>
            {view.rights.has('view-papers') ? (
              <>
                <p className="mb-2 print:hidden">
                  <a href={`/my/dossiers/${dossier.id}/form`}>{t('printForm')}</a>
                </p>
                <DeclaredSections
                  procedure={view.procedure}
                  answers={view.answers}
                  locale={locale}
                />
              </>
            ) : (
              <NotDeclared />
            )}
          </section>
        </div>
        <div className="space-y-8">
          <Promises view={view} />
          <AgencyDocuments view={view} />
          <SupplementSlips view={view} />
          <Papers view={view} />
          {view.rights.has('change-content') && <ChangeContent view={view} />}
          {view.rights.has('withdraw') && <Stopping view={view} />}
          <FilingParts view={view} />
          <Looks view={view} />
          <section>
            <h2 className="mb-2">{t('fee')}</h2>
            <p>
              {t(dossier.paymentState === 'due' ? 'feeDue' : 'feePaid', {
                amount: formatMoney(dossier.feeVnd, locale),
              })}
            </p>
          </section>
          <section>
            <h2 className="mb-2">{t('agency')}</h2>
            <p className="mb-1">{view.agency.name[locale]}</p>
            <p className="text-sm text-soft">
              {[view.agency.deskName[locale], view.agency.phone, view.agency.email]
                .filter(Boolean)
                .join(' · ')}
            </p>
          </section>
        </div>
      </div>
    </div>
  )
}

type ViewProps = { view: Awaited<ReturnType<typeof requireOwnDossier>> }

async function ToDo({ view }: ViewProps) {
  const [t, locale] = [await getTranslator('my'), await getLocale()]
  const { dossier } = view
  // What waits for somebody else of the organisation is said as that.
  if (isForOthers(view)) return <ForOthers />
  // How a dossier ended without a licence, or which fee is due, is said above.
  if (hasOutcomeTurn(view)) return null
  // The facility's turn after the inspection has its own words.
  if (dossier.state === 'site-correction') return null
  // So has the answer to a request to supplement.
  if (dossier.state === 'supplement' || dossier.state === 'supplement-at-intake') return null
  if (dossier.state === 'awaiting-payment')
    return (
      <Notice title={t('todo')} tone="warn">
        <p>{t('todoPay', { amount: formatMoney(dossier.feeVnd, locale) })}</p>
        <LinkButton href={`/my/dossiers/${dossier.id}/payment`}>{t('pay')}</LinkButton>
      </Notice>
    )
  if (dossier.state === 'issued' || dossier.state === 'delivered')
    return (
      <Notice title={t('todo')} tone="ok">
        <p>{t('todoResult')}</p>
        <LinkButton href={`/my/dossiers/${dossier.id}/result`}>{t('openResult')}</LinkButton>
      </Notice>
    )
  return (
    <Notice title={t('todo')}>
      <p>{t('todoNothing')}</p>
    </Notice>
  )
}

// What a state asks of the owner's side takes a right that not everybody in an organisation holds.
const TURNS: Partial<Record<LicenceState, Right>> = {
  'awaiting-payment': 'view-payment',
  'awaiting-obligation': 'view-payment',
  supplement: 'supply',
  'supplement-at-intake': 'supply',
  'site-correction': 'report-corrections',
  issued: 'view-papers',
  delivered: 'view-papers',
}

function isForOthers({ dossier, rights }: ViewProps['view']): boolean {
  const right = TURNS[dossier.state]
  return right !== undefined && !rights.has(right)
}

// What the office does among itself is one step to the owner: nobody outside needs the returns between two desks.
const SHOWN = new Set([
  'submit',
  'fee-paid',
  'accept',
  'refuse-intake',
  'request-supplement',
  'release-supplement',
  'supply',
  'change-content',
  'close-without-reply',
  'assign',
  'claim',
  'take-over',
  'plan-inspection',
  'record-minutes',
  'demand-corrections',
  'report-corrections',
  'record-recheck',
  'propose-decision',
  'approve',
  'release-refusal',
  'offer-transfer',
  'take-transfer',
  'decline-transfer',
  'pass-on',
  'confirm-papers',
  'demand-fee',
  'open-correction',
  'issue',
  'deliver',
  'withdraw',
  'request-stop',
  'cancel-stop',
  'confirm-stop',
  'grant-extension',
  'apply-extension',
  'issue-letter',
])

async function Progress({ view }: ViewProps) {
  const [t, words, layout] = [
    await getTranslator('my'),
    await getTranslator('dossier'),
    await getTranslator('layout'),
  ]
  const rows = view.timeline.filter(({ type }) => SHOWN.has(type)).toReversed()
  return (
    <section>
      <h2 className="mb-2">{t('progress')}</h2>
      <Timeline
        items={rows.map((row, index) => ({
          id: String(row.seq),
          title: words(`events.${row.type as 'submit'}`),
          state: index === 0 ? 'now' : 'done',
          meta: [
            formatDateTime(row.at),
            row.position
              ? t('byWhom', { name: row.actorName ?? '', position: row.position })
              : null,
            row.forName && layout('delegatedFrom', { name: row.forName }),
            row.division,
          ]
            .filter(Boolean)
            .join(' · '),
        }))}
      />
      <p className="mt-3 text-sm">
        <a href={`/my/dossiers/${view.dossier.id}/record`} download>
          {words('downloadRecord')}
        </a>
        <span className="block text-soft">{words('recordHint')}</span>
      </p>
    </section>
  )
}

async function Papers({ view }: ViewProps) {
  const [t, locale] = [await getTranslator('my'), await getLocale()]
  const names = new Map(view.procedure.papers.map(({ key, name }) => [key, name[locale]]))
  return (
    <section>
      <h2 className="mb-2">{t('papers')}</h2>
      {view.papers.length === 0 && <p className="text-soft">{t('noPapers')}</p>}
      <ul className="text-sm">
        {view.papers.map((paper) => (
          <li key={paper.slotKey} className="border-t border-hairline py-1.5">
            <span className="block text-soft">{names.get(paper.slotKey)}</span>
            {paper.files.map((file) => (
              <span key={file.fileId} className="block break-words">
                <a href={`/api/files/${file.fileId}`}>{file.name}</a>{' '}
                <span className="text-soft">{formatFileSize(file.size, locale)}</span>
              </span>
            ))}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Each look of an officer is kept; the owner sees who opened the dossier and when. */
async function Looks({ view }: ViewProps) {
  const t = await getTranslator('my')
  if (view.looks.length === 0) return <p className="text-sm text-soft">{t('noLooks')}</p>
  return (
    <Details summary={t('looks', { count: String(view.looks.length) })}>
      <ul className="text-sm">
        {view.looks.map((look) => (
          <li key={`${look.at.toISOString()}${look.fullName}${look.purpose}`} className="py-1">
            {t(look.purpose === 'population-check' ? 'lookedUpBy' : 'byWhom', {
              name: look.fullName,
              position: look.position,
            })}
            <span className="block text-soft">{formatDateTime(look.at)}</span>
          </li>
        ))}
      </ul>
    </Details>
  )
}
