import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { ClientMessages } from '@/app/_server/client-messages'
import { requireActor } from '@/app/_server/current-actor'
import { getTranslator } from '@/app/_server/translator'
import { PageHead } from '@/components/layout/page-head'
import { Link } from '@/components/ui/link'
import { SubmitButton } from '@/components/ui/submit-button'
import { clock } from '@/lib/server/business-clock'
import { isOpenStanding, viewOrganisation } from '@/lib/workspace/view-organisation'
import { endAction } from '../../../actions'

type Props = { params: Promise<{ membershipId: string }> }

const BACK = '/my/organisation'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator('workspace'))('ending.title'), robots: { index: false } }
}

/** What it means that somebody works here no more, and the button. One press too many would lock them out. */
export default async function EndMembershipPage({ params }: Props) {
  const { membershipId } = await params
  const actor = await requireActor('applicant', `${BACK}/members/${membershipId}/end`)
  const view = await viewOrganisation(actor, clock.now())
  const member = view?.members.find(({ id }) => id === membershipId)
  if (!view?.manages || !member || !isOpenStanding(member.standing)) redirect(BACK)
  const [t, my, layout] = [
    await getTranslator('workspace'),
    await getTranslator('my'),
    await getTranslator('layout'),
  ]
  const { name, role } = member
  return (
    <div className="wrap pb-12">
      <PageHead
        crumbsLabel={layout('youAreHere')}
        crumbs={[
          { href: '/my', text: my('title') },
          { href: BACK, text: t('title') },
        ]}
        title={t('ending.title')}
        lead={t('ending.lead', { name, role: t(`roles.${role}`) })}
      />
      <ul className="mb-6 max-w-read list-disc space-y-2 pl-6">
        <li>{t('ending.out')}</li>
        <li>{t('ending.stays')}</li>
        <li>{t('ending.again')}</li>
      </ul>
      <form action={endAction}>
        <input type="hidden" name="membershipId" value={membershipId} />
        <ClientMessages namespaces={[]}>
          <SubmitButton variant="danger" pendingLabel={t('working')} className="max-sm:w-full">
            {t('ending.button', { name })}
          </SubmitButton>
        </ClientMessages>
      </form>
      <p className="mt-6">
        <Link href={BACK}>{t('ending.back')}</Link>
      </p>
    </div>
  )
}
