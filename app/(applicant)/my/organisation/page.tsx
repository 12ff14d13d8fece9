import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { readSearch, type SearchParams } from '@/app/_server/asked-language'
import { ClientMessages } from '@/app/_server/client-messages'
import { requireActor } from '@/app/_server/current-actor'
import { today } from '@/app/_server/today'
import { getLocale, getTranslator } from '@/app/_server/translator'
import { WorkspaceOutcome } from '@/app/_server/workspace-words'
import { SubmitButton } from '@/components/ui/submit-button'
import { listProcedures } from '@/lib/administration/published-procedures'
import { clock } from '@/lib/server/business-clock'
import { type OrganisationView, viewOrganisation } from '@/lib/workspace/view-organisation'
import { MyPageHead } from '../my-page-head'
import { inviteAction, ruleAction } from './actions'
import { InviteForm } from './invite-form'
import { Members } from './members'
import { OwnRole } from './own-role'

const PAGE = '/my/organisation'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator('workspace'))('title'), robots: { index: false } }
}

export default async function OrganisationPage({ searchParams }: { searchParams: SearchParams }) {
  const query = await readSearch(PAGE, searchParams)
  const actor = await requireActor('applicant', PAGE)
  const view = await viewOrganisation(actor, clock.now())
  if (!view) redirect(`/choose-capacity?callbackUrl=${PAGE}`)
  const t = await getTranslator('workspace')
  const { name, taxCode } = view
  return (
    <div className="wrap pb-12">
      <MyPageHead title={t('title')} lead={t('lead', { name, taxCode })} />
      <div className="max-w-4xl space-y-10">
        <WorkspaceOutcome query={query} />
        <OwnRole view={view} />
        <Representatives view={view} />
        <Members view={view} />
        {view.manages && (
          <>
            <FilingRule view={view} />
            <Invite />
          </>
        )}
      </div>
    </div>
  )
}

type Props = { view: OrganisationView }

async function Representatives({ view }: Props) {
  const t = await getTranslator('workspace')
  return (
    <section>
      <h2 className="mb-2">{t(view.kind === 'household' ? 'owner' : 'representatives')}</h2>
      <ul>
        {view.representatives.map(({ personId, fullName }) => (
          <li key={personId} className="border-t border-line py-2 font-semibold last:border-b">
            {fullName}
          </li>
        ))}
      </ul>
      <p className="mt-2 text-sm text-soft">{t('representativesHint')}</p>
    </section>
  )
}

async function FilingRule({ view }: Props) {
  const t = await getTranslator('workspace')
  const free = view.membersMayFile
  return (
    <section>
      <h2 className="mb-2">{t('rule.title')}</h2>
      <p>{t(free ? 'rule.off' : 'rule.on')}</p>
      <p className="text-sm text-soft">{t('rule.consultant')}</p>
      <form action={ruleAction} className="mt-3">
        <input type="hidden" name="free" value={free ? 'no' : 'yes'} />
        <SubmitButton variant="secondary" pendingLabel={t('working')} className="max-sm:w-full">
          {t(free ? 'rule.toOn' : 'rule.toOff')}
        </SubmitButton>
      </form>
    </section>
  )
}

async function Invite() {
  const [t, locale] = [await getTranslator('workspace'), await getLocale()]
  const procedures = (await listProcedures()).map(({ key, shortName }) => ({
    value: key,
    label: shortName[locale],
  }))
  return (
    <section>
      <h2 id="invite-title" className="mb-2">
        {t('invite.title')}
      </h2>
      <p className="max-w-read text-soft">{t('invite.lead')}</p>
      <ClientMessages namespaces={['workspace']}>
        <InviteForm act={inviteAction} procedures={procedures} today={today()} />
      </ClientMessages>
    </section>
  )
}
