import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { addressUnits } from '@/app/_server/address-units'
import { readSearch, type SearchParams } from '@/app/_server/asked-language'
import { ClientMessages } from '@/app/_server/client-messages'
import { oftenAsked } from '@/app/_server/often-asked'
import { type OwnDraft, requireOwnDraft } from '@/app/_server/own-draft'
import { PaperForms, type PaperHome, paperSlots } from '@/app/_server/paper-slots'
import { shownClashes } from '@/app/_server/shown-clashes'
import { getLocale, getTranslator } from '@/app/_server/translator'
import { slotAddress } from '@/components/form/papers/slot'
import { SectionForm } from '@/components/form/section-form'
import { type SectionPayload, sectionPayload } from '@/components/form/section-payload'
import type { SectionState } from '@/components/form/section-state'
import { SessionWatch } from '@/components/form/session-watch'
import { typedAnswers, withTyped } from '@/components/form/typed'
import { PageHead } from '@/components/layout/page-head'
import { Link } from '@/components/ui/link'
import { openClashes } from '@/lib/drafts/open-clashes'
import { countChoices } from '@/lib/drafts/paper-choices'
import { originsOf } from '@/lib/drafts/prefill'
import type { Section } from '@/lib/procedures/shape/field'
import { visibleSections } from '@/lib/procedures/visible'
import { clock } from '@/lib/server/business-clock'
import { sendSection } from './actions'

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
  const { section, number, count } = findSection(own, key)
  const [t, locale] = [await getTranslator('form'), await getLocale()]
  const often = await oftenAsked(own.view.procedure)
  const open = await openClashes(own.actor, own.view, section)
  const papers = {
    ...papersOf(own, section, query.get('upload')),
    often: often.papers,
    store: await storeOf(own, section),
  }
  const position = t('section.position', { number: String(number), count: String(count) })
  return (
    <div className="wrap pb-12">
      <PageHead
        {...(await crumbsOf(own))}
        above={
          <span className="text-sm text-soft">
            {position} · <Link href={`/my/drafts/${draftId}`}>{t('section.list')}</Link>
            {own.view.draft.organisationId && (
              <>
                {' · '}
                <Link href={`/my/drafts/${draftId}/team/${key}`}>
                  {(await getTranslator('workspace'))('team.talk')}
                </Link>
              </>
            )}
          </span>
        }
        title={section.title[locale]}
        lead={section.intro?.[locale]}
      />
      <ClientMessages namespaces={['form', 'ui', 'uploads']}>
        <SectionForm
          key={key}
          draftId={draftId}
          payload={await payloadOf(own, section, often.fields)}
          saved={withTyped(
            typedAnswers(section, own.view.answers, own.view.written.unread),
            open.clashes.map(({ part }) => part),
            open.texts,
          )}
          start={{
            ...startAt(own.view.draft.version, query.get('row')),
            clashes: await shownClashes(section, { conflicts: open.clashes, others: [] }),
          }}
          send={sendSection.bind(null, { draftId, sectionKey: key })}
          papers={await paperSlots(papers)}
        />
        <PaperForms {...papers} />
        <SessionWatch />
      </ClientMessages>
    </div>
  )
}

/** The section among those that this applicant has to look at. */
function findSection({ view, rules }: OwnDraft, key: string) {
  const { draft, procedure, answers, given } = view
  if (draft.submittedDossierId) redirect(`/my/dossiers/${draft.submittedDossierId}`)
  if (given?.includes(key) === false) redirect(`/my/drafts/${draft.id}`)
  const section = procedure.sections.find((one) => one.key === key)
  const sections = visibleSections(procedure, answers, rules.facts)
  const at = sections.findIndex((one) => one.key === key)
  // A section that the answers have hidden meanwhile is no mistake of the reader.
  if (!section || at < 0) redirect(`/my/drafts/${draft.id}`)
  return { section, number: at + 1, count: sections.length }
}

async function payloadOf(
  own: OwnDraft,
  section: Section,
  often: Readonly<Record<string, string>>,
): Promise<SectionPayload> {
  const { answers } = own.view
  const source = { rules: own.rules, answers, locale: await getLocale() }
  return sectionPayload(source, section.key, {
    ...addressUnits(section, answers),
    novelties: own.view.news?.fields ?? {},
    origins: await originsOf(own.actor, own.rules, own.view),
    often,
  })
}

/** Where the applicant may choose among what is on file, by the key of the paper. */
async function storeOf(
  { actor, view }: OwnDraft,
  { fields }: Section,
): Promise<NonNullable<PaperHome['store']>> {
  if (!fields.some(({ type }) => type === 'paper')) return {}
  const counts = await countChoices(actor, view.procedure, clock.now())
  const some = Object.entries(counts).filter(([, { all }]) => all > 0)
  const address = (key: string) => `/my/drafts/${view.draft.id}/papers/${key}`
  return Object.fromEntries(
    some.map(([key, { fitting }]) => [key, { href: address(key), count: fitting }]),
  )
}

/** The page as it is first opened; a link from the check before sending names a row. */
function startAt(version: number, row: string | null): SectionState {
  const open = row && /^[\w-]+\[\d{1,3}\]$/.test(row) ? [row] : []
  return { version, problems: [], open, blank: [], outcome: 'untouched' }
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

function papersOf(
  { view, rules }: OwnDraft,
  section: Section,
  uploadToken: string | null,
): PaperHome {
  const { draft, answers, papers } = view
  return {
    rules,
    answers,
    section,
    papers,
    address: (key) => slotAddress({ draftId: draft.id, key }),
    back: `/my/drafts/${draft.id}/${section.key}`,
    uploadToken,
  }
}
