import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { readSearch, type SearchParams } from '@/app/_server/asked-language'
import { ClientMessages } from '@/app/_server/client-messages'
import { type OwnDraft, requireOwnDraft } from '@/app/_server/own-draft'
import { getLocale, getTranslator } from '@/app/_server/translator'
import { WorkspaceOutcome } from '@/app/_server/workspace-words'
import { PageHead } from '@/components/layout/page-head'
import { Link } from '@/components/ui/link'
import { markOfDoubts } from '@/lib/casework/read-doubts'
import { type FilingStanding, viewFiling } from '@/lib/drafts/filing-approval'
import { draftDifferences } from '@/lib/drafts/look-up-draft'
import { missingInDraft } from '@/lib/drafts/missing-in-draft'
import { runPreChecks } from '@/lib/procedures/pre-checks'
import { solvingAgency } from '@/lib/procedures/solving-agency'
import { visibleSections } from '@/lib/procedures/visible'
import { clock } from '@/lib/server/business-clock'
import { attachedKeys } from '../attached-keys'
import { DefinitionNotice } from '../definition-notice'
import { SessionGuard } from '../session-guard'
import { submit } from './actions'
import { ApprovalStanding, AskApproval, DecideFiling } from './approval'
import { ChangeDeclare } from './change-declare'
import type { ShownDoubts } from './doubts-tick'
import { FeeToPay } from './fee-to-pay'
import { Findings } from './findings'
import { placeOffer } from './place-offer'
import { RegisterDifferences } from './register-differences'
import { SectionAnswers } from './section-answers'
import { SubmitForm } from './submit-form'

type Props = { params: Promise<{ draftId: string }>; searchParams: SearchParams }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator('draft'))('review.title'), robots: { index: false } }
}

export default async function ReviewPage({ params, searchParams }: Props) {
  const { draftId } = await params
  const path = `/my/drafts/${draftId}/review`
  const query = await readSearch(path, searchParams)
  const own = await requireOwnDraft(draftId, path)
  const { draft, procedure, answers, given } = own.view
  if (draft.submittedDossierId) redirect(`/my/dossiers/${draft.submittedDossierId}`)
  // Whoever was given a few sections does not see the others, here as little as elsewhere.
  if (given) redirect(`/my/drafts/${draftId}`)
  const sections = visibleSections(procedure, answers, own.rules.facts)
  const missing = missingInDraft(own.rules, own.view.written, {
    personId: own.actor.personId,
    attached: attachedKeys(own.view),
  })
  const findings = runPreChecks(own.rules, answers)
  const differences = await draftDifferences(own.actor, draft, { rules: own.rules, answers })
  const doubts = {
    count: findings.length + differences.length,
    mark: markOfDoubts({ findings, differences }),
  }
  const filing = await viewFiling(own.actor, { draftId, at: clock.now() })
  return (
    <div className="wrap pb-12">
      <Head own={own} />
      <WorkspaceOutcome query={query} />
      {filing.request && <ApprovalStanding request={filing.request} mayDecide={filing.mayDecide} />}
      <DefinitionNotice own={own} />
      <Findings own={own} missing={missing} findings={findings} />
      <RegisterDifferences own={own} differences={differences} />
      {sections.map((section, index) => (
        <SectionAnswers
          key={section.key}
          own={own}
          section={section}
          number={index + 1}
          missing={missing}
        />
      ))}
      {draft.changesDossierId ? (
        <ChangeDeclare own={own} blocked={missing.length > 0} doubts={doubts} />
      ) : (
        <>
          <FeeToPay own={own} />
          <Filing own={own} blocked={missing.length > 0} doubts={doubts} filing={filing} />
        </>
      )}
      <SessionGuard />
    </div>
  )
}

async function Head({ own }: { own: OwnDraft }) {
  const [t, layout, my, locale] = [
    await getTranslator('draft'),
    await getTranslator('layout'),
    await getTranslator('my'),
    await getLocale(),
  ]
  const { draft, procedure } = own.view
  return (
    <>
      <PageHead
        crumbsLabel={layout('youAreHere')}
        crumbs={[
          { href: '/my', text: my('title') },
          { href: `/my/drafts/${draft.id}`, text: procedure.shortName[locale] },
        ]}
        title={t('review.title')}
        lead={t('review.lead')}
      />
      <p className="print:hidden">
        <a href={`/my/drafts/${draft.id}/form`}>{t('review.printForm')}</a>
      </p>
    </>
  )
}

type FilingProps = { own: OwnDraft; blocked: boolean; doubts: ShownDoubts; filing: FilingStanding }

/** What this person may do towards filing: decide, ask, file. */
async function Filing({ own, blocked, doubts, filing }: FilingProps) {
  const { way, mayDecide, request } = filing
  const approved = request?.state === 'approved' && request.stands
  const waits = request?.state === 'asked' && request.stands
  if (way === 'none') {
    const t = await getTranslator('workspace')
    return <p className="mt-10 text-soft">{t('filing.none')}</p>
  }
  return (
    <>
      {mayDecide && waits && <DecideFiling draftId={own.view.draft.id} request={request} />}
      {way === 'approval' && !approved ? (
        <AskApproval own={own} blocked={blocked} request={request} />
      ) : (
        <Declare own={own} blocked={blocked} doubts={doubts} asApproved={way === 'approval'} />
      )}
    </>
  )
}

type DeclareProps = { own: OwnDraft; blocked: boolean; doubts: ShownDoubts; asApproved: boolean }

/** Who files, for whom, to whom, what that means, and the button. What was approved has its place already. */
async function Declare({ own, blocked, doubts, asApproved }: DeclareProps) {
  const [t, locale] = [await getTranslator('draft'), await getLocale()]
  const { actor, view } = own
  const agency = solvingAgency(view.procedure, view.answers)
  const department = agency.ok
    ? (agency.value.province?.healthDepartment.name ?? view.procedure.authority.name)
    : undefined
  return (
    <section className="mt-10 max-w-4xl print:hidden" aria-labelledby="before">
      <h2 id="before">{t('review.declarationTitle')}</h2>
      <div className="mt-3 max-w-read space-y-3">
        <p>
          {t('review.signedBy', { name: actor.fullName })}
          {actor.capacity.kind === 'organisation' &&
            ` ${t('review.signedFor', { name: actor.capacity.organisationName })}`}
        </p>
        {department && <p>{t('review.agency', { agency: department[locale] })}</p>}
        <p>{t('review.declaration')}</p>
        <p className="text-sm text-soft">
          {t('review.dataNotice')} <Link href="/privacy">{t('review.dataNoticeLink')}</Link>
        </p>
      </div>
      <div className="mt-6">
        <ClientMessages namespaces={['draft']}>
          <SubmitForm
            submit={submit.bind(null, view.draft.id)}
            submitKey={randomUUID()}
            blocked={blocked}
            doubts={doubts}
            offer={asApproved ? null : await placeOffer(own)}
          />
        </ClientMessages>
      </div>
    </section>
  )
}
