import type { Metadata } from 'next'
import { addressUnits } from '@/app/_server/address-units'
import { readSearch, type SearchParams } from '@/app/_server/asked-language'
import { ClientMessages } from '@/app/_server/client-messages'
import { requireOwnTurn } from '@/app/_server/own-turn'
import { PaperForms, type PaperHome, paperSlots } from '@/app/_server/paper-slots'
import { getLocale, getTranslator } from '@/app/_server/translator'
import { DeclaredSections } from '@/components/dossier/declared-sections'
import { SectionForm } from '@/components/form/section-form'
import { type SectionPayload, sectionPayload } from '@/components/form/section-payload'
import { SessionWatch } from '@/components/form/session-watch'
import { typedAnswers } from '@/components/form/typed'
import { formatDate } from '@/components/format'
import { PageHead } from '@/components/layout/page-head'
import { Details } from '@/components/ui/details'
import { Notice } from '@/components/ui/notice'
import type { OwnTurn } from '@/lib/supplements/own-turn'
import { answersNow, TURN_SECTION, turnRules } from '@/lib/supplements/turn-form'
import { sendAnswer } from './actions'
import { AskedItems } from './asked-items'

type Props = { params: Promise<{ dossierId: string }>; searchParams: SearchParams }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator('supplement'))('page.title'), robots: { index: false } }
}

export default async function SupplementPage({ params, searchParams }: Props) {
  const { dossierId } = await params
  const path = `/my/dossiers/${dossierId}/supplement`
  const query = await readSearch(path, searchParams)
  const { own } = await requireOwnTurn(dossierId, path)
  const [t, locale] = [await getTranslator('supplement'), await getLocale()]
  return (
    <div className="wrap pb-12">
      <Head own={own} />
      {query.get('closed') && <Notice tone="warn" role="alert" title={t('page.closedItem')} />}
      <AskedItems own={own} />
      <h2 className="mt-10 mb-4">{t('page.form')}</h2>
      <AnswerForm own={own} path={path} uploadToken={query.get('upload')} />
      <section className="mt-12 max-w-4xl">
        <Details summary={t('page.others')}>
          <DeclaredSections
            procedure={own.file.procedure}
            answers={own.turn.base}
            locale={locale}
          />
        </Details>
      </section>
    </div>
  )
}

async function Head({ own }: { own: OwnTurn }) {
  const [t, my, layout] = [
    await getTranslator('supplement'),
    await getTranslator('my'),
    await getTranslator('layout'),
  ]
  const { id, dossierCode, submissionReference } = own.file.dossier
  const { replyDueAt } = own.supplement
  return (
    <PageHead
      crumbsLabel={layout('youAreHere')}
      crumbs={[
        { href: '/my', text: my('title') },
        { href: `/my/dossiers/${id}`, text: dossierCode ?? submissionReference },
      ]}
      title={t('page.title')}
      lead={replyDueAt ? t('page.lead', { date: formatDate(replyDueAt) }) : undefined}
    />
  )
}

type FormProps = { own: OwnTurn; path: string; uploadToken: string | null }

/** The very form of the dossier, with what was asked for and nothing else. */
async function AnswerForm({ own, path, uploadToken }: FormProps) {
  const { supplement, turn, file, brought } = own
  const rules = turnRules(turn)
  const section = rules.procedure.sections.find(({ key }) => key === TURN_SECTION)
  if (!section) throw new Error('a request without a form')
  const answers = answersNow(turn)
  const papers: PaperHome = {
    rules,
    answers,
    section,
    papers: brought,
    address: (key) => `/api/uploads/supplements/${supplement.id}/papers/${key}`,
    back: path,
    uploadToken,
  }
  const source = { rules, answers, locale: await getLocale() }
  const payload: SectionPayload = sectionPayload(source, TURN_SECTION, {
    ...addressUnits(section, answers),
    origins: {},
  })
  const { id: dossierId } = file.dossier
  const version = supplement.draftVersion
  return (
    <ClientMessages namespaces={['form', 'ui', 'uploads']}>
      <SectionForm
        draftId={supplement.id}
        places={{
          save: `/api/dossiers/${dossierId}/supplement`,
          home: `/my/dossiers/${dossierId}`,
          here: path,
        }}
        payload={payload}
        saved={typedAnswers(section, answers)}
        start={{ version, problems: [], open: [], blank: [], outcome: 'untouched' }}
        send={sendAnswer.bind(null, dossierId)}
        papers={await paperSlots(papers)}
      />
      <PaperForms {...papers} />
      <SessionWatch />
    </ClientMessages>
  )
}
