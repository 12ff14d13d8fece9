import type { Metadata } from 'next'
import { ClientMessages } from '@/app/_server/client-messages'
import { requireOwnTurn } from '@/app/_server/own-turn'
import { getLocale, getTranslator } from '@/app/_server/translator'
import { issueText } from '@/components/form/issue-text'
import { boxOf, placeName } from '@/components/form/places'
import { PageHead } from '@/components/layout/page-head'
import { LinkButton } from '@/components/ui/link-button'
import { Notice } from '@/components/ui/notice'
import type { OwnTurn } from '@/lib/supplements/own-turn'
import { missingOf } from '@/lib/supplements/supply-supplement'
import { TURN_SECTION, turnRules } from '@/lib/supplements/turn-form'
import { supply } from '../actions'
import { OldAndNew } from './old-and-new'
import { SupplyForm } from './supply-form'

type Props = { params: Promise<{ dossierId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator('supplement'))('review.title'), robots: { index: false } }
}

export default async function SupplementReviewPage({ params }: Props) {
  const { dossierId } = await params
  const home = `/my/dossiers/${dossierId}`
  const { own } = await requireOwnTurn(dossierId, `${home}/supplement/review`)
  const [t, my, layout] = [
    await getTranslator('supplement'),
    await getTranslator('my'),
    await getTranslator('layout'),
  ]
  const { dossierCode, submissionReference } = own.file.dossier
  const missing = missingOf(own)
  return (
    <div className="wrap pb-12">
      <PageHead
        crumbsLabel={layout('youAreHere')}
        crumbs={[
          { href: '/my', text: my('title') },
          { href: home, text: dossierCode ?? submissionReference },
          { href: `${home}/supplement`, text: t('page.title') },
        ]}
        title={t('review.title')}
        lead={t('review.lead')}
      />
      <Standing own={own} />
      <OldAndNew own={own} />
      <div className="mt-8 flex flex-col gap-3 sm:flex-row">
        <ClientMessages namespaces={['supplement']}>
          <SupplyForm supply={supply.bind(null, dossierId)} blocked={missing.length > 0} />
        </ClientMessages>
        <LinkButton variant="secondary" href={`${home}/supplement`}>
          {t('review.edit')}
        </LinkButton>
      </div>
    </div>
  )
}

/** What is still missing, each with the way to its box; or that all is there. */
async function Standing({ own }: { own: OwnTurn }) {
  const [t, form, locale] = [
    await getTranslator('supplement'),
    await getTranslator('form'),
    await getLocale(),
  ]
  const missing = missingOf(own)
  const sections = turnRules(own.turn).procedure.sections
  const section = sections.find(({ key }) => key === TURN_SECTION)
  if (missing.length === 0 || !section) return <Notice tone="ok" title={t('review.ready')} />
  return (
    <Notice tone="danger" title={t('review.missing', { count: String(missing.length) })}>
      <ul className="list-disc pl-6">
        {missing.map((item) => (
          <li key={`${item.path}:${item.code}`}>
            <a href={`/my/dossiers/${own.file.dossier.id}/supplement#${boxOf(section, item.path)}`}>
              {form('section.problem', {
                label: placeName(section, item.path, { locale, t: form }),
                text: issueText(form, section, item),
              })}
            </a>
          </li>
        ))}
      </ul>
    </Notice>
  )
}
