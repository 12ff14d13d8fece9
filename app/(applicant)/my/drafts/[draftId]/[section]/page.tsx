import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { readSearch, type SearchParams } from '@/app/_server/asked-language'
import { ClientMessages } from '@/app/_server/client-messages'
import { type OwnDraft, requireOwnDraft } from '@/app/_server/own-draft'
import { getLocale, getTranslator } from '@/app/_server/translator'
import { SectionForm } from '@/components/form/section-form'
import { sectionPayload } from '@/components/form/section-payload'
import { SessionWatch } from '@/components/form/session-watch'
import { typedAnswers } from '@/components/form/typed'
import { PageHead } from '@/components/layout/page-head'
import { visibleSections } from '@/lib/procedures/visible'
import { sendSection } from './actions'
import { addressUnits } from './address-units'
import { PaperForms, paperSlots } from './paper-slots'

type Props = {
  params: Promise<{ draftId: string; section: string }>
  searchParams: SearchParams
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { draftId, section } = await params
  const { view } = await requireOwnDraft(draftId, `/my/drafts/${draftId}/${section}`)
  const title = view.procedure.sections.find(({ key }) => key === section)?.title
  return { title: title?.[await getLocale()], robots: { index: false } }
}

export default async function SectionPage({ params, searchParams }: Props) {
  const { draftId, section: key } = await params
  const path = `/my/drafts/${draftId}/${key}`
  const query = await readSearch(path, searchParams)
  const own = await requireOwnDraft(draftId, path)
  const { draft, procedure, answers } = own.view
  if (draft.submittedDossierId) redirect(`/my/dossiers/${draft.submittedDossierId}`)
  if (!procedure.sections.some((one) => one.key === key)) notFound()
  const sections = visibleSections(procedure, answers, own.rules.facts)
  const at = sections.findIndex((one) => one.key === key)
  const section = procedure.sections.find((one) => one.key === key)
  // A section that the answers have hidden meanwhile is no mistake of the reader.
  if (at < 0 || !section) redirect(`/my/drafts/${draftId}`)
  const [t, locale] = [await getTranslator('form'), await getLocale()]
  const payload = sectionPayload({ rules: own.rules, answers, locale }, key, {
    ...addressUnits(section, answers),
    origins: {},
  })
  const papers = await paperSlots({ own, section, uploadToken: query.get('upload') })
  const row = query.get('row')
  return (
    <div className="wrap pb-12">
      <PageHead
        {...(await crumbsOf(own))}
        above={
          <span className="text-sm text-soft">
            {t('section.position', {
              number: String(at + 1),
              count: String(sections.length),
            })}
          </span>
        }
        title={section.title[locale]}
        lead={section.intro?.[locale]}
      />
      <ClientMessages namespaces={['form', 'ui', 'uploads']}>
        <SectionForm
          key={key}
          draftId={draftId}
          payload={payload}
          saved={typedAnswers(section, answers)}
          start={{
            version: draft.version,
            problems: [],
            open: row && /^[\w-]+\[\d{1,3}\]$/.test(row) ? [row] : [],
            blank: [],
            outcome: 'untouched',
          }}
          send={sendSection.bind(null, { draftId, sectionKey: key })}
          papers={papers}
        />
        <PaperForms draftId={draftId} section={section} back={path} />
        <SessionWatch />
      </ClientMessages>
    </div>
  )
}

async function crumbsOf({ view }: OwnDraft) {
  const [layout, my, locale] = [
    await getTranslator('layout'),
    await getTranslator('my'),
    await getLocale(),
  ]
  return {
    crumbsLabel: layout('youAreHere'),
    crumbs: [
      { href: '/my', text: my('title') },
      { href: `/my/drafts/${view.draft.id}`, text: view.procedure.shortName[locale] },
    ],
  }
}
