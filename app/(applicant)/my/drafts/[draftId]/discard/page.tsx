import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { requireOwnDraft } from '@/app/_server/own-draft'
import { getLocale, getTranslator } from '@/app/_server/translator'
import { PageHead } from '@/components/layout/page-head'
import { Button } from '@/components/ui/button'
import { LinkButton } from '@/components/ui/link-button'
import { reachOf } from '@/lib/identity/member-rights'
import { discard } from '../actions'

type Props = { params: Promise<{ draftId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator('draft'))('tasks.discardTitle'), robots: { index: false } }
}

/** Asked on a page of its own: what is deleted here does not come back. */
export default async function DiscardPage({ params }: Props) {
  const { draftId } = await params
  const home = `/my/drafts/${draftId}`
  const { view, actor } = await requireOwnDraft(draftId, `${home}/discard`)
  if (reachOf(actor, 'discard-drafts') !== 'all') redirect(home)
  if (view.draft.submittedDossierId) redirect(`/my/dossiers/${view.draft.submittedDossierId}`)
  const [t, layout, my, locale] = [
    await getTranslator('draft'),
    await getTranslator('layout'),
    await getTranslator('my'),
    await getLocale(),
  ]
  const procedure = view.procedure.shortName[locale]
  return (
    <div className="wrap pb-12">
      <PageHead
        crumbsLabel={layout('youAreHere')}
        crumbs={[
          { href: '/my', text: my('title') },
          { href: home, text: procedure },
        ]}
        title={t('tasks.discardTitle')}
        lead={t('tasks.discardBody', { procedure })}
      />
      <form action={discard.bind(null, draftId)} className="flex flex-col gap-3 sm:flex-row">
        <Button variant="danger">{t('tasks.discardYes')}</Button>
        <LinkButton href={home} variant="secondary">
          {t('tasks.discardNo')}
        </LinkButton>
      </form>
    </div>
  )
}
