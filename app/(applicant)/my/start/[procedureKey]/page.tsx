import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { readSearch, type SearchParams } from '@/app/_server/asked-language'
import { ClientMessages } from '@/app/_server/client-messages'
import { requireActor } from '@/app/_server/current-actor'
import { preparedQuery, rulesToday, startAddress } from '@/app/_server/preparation'
import { today } from '@/app/_server/today'
import { getLocale, getTranslator } from '@/app/_server/translator'
import { formatDateTime } from '@/components/format'
import { PageHead } from '@/components/layout/page-head'
import { AnswerFirst } from '@/components/procedure/answer-first'
import { PapersList } from '@/components/procedure/papers-list'
import { PreparedAnswers } from '@/components/procedure/prepared-answers'
import { Link } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { SubmitButton } from '@/components/ui/submit-button'
import { findProcedure, findSuspensionReason } from '@/lib/administration/published-procedures'
import { type DraftSummary, listDrafts } from '@/lib/drafts/view-draft'
import { preparationEntries, readPreparation } from '@/lib/procedures/preparation'
import type { Procedure } from '@/lib/procedures/procedure'
import { type Earlier, listEarlier } from '@/lib/reuse/earlier'
import { clock } from '@/lib/server/business-clock'
import { beginDraft } from '../actions'
import { BeginFrom } from './begin-from'

type Props = { params: Promise<{ procedureKey: string }>; searchParams: SearchParams }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [procedure, t, locale] = [
    await findProcedure((await params).procedureKey),
    await getTranslator('draft'),
    await getLocale(),
  ]
  const name = procedure?.shortName[locale]
  return { title: name && t('start.title', { procedure: name }), robots: { index: false } }
}

export default async function StartPage({ params, searchParams }: Props) {
  const { procedureKey } = await params
  const search = await readSearch(`/my/start/${procedureKey}`, searchParams)
  const given = await preparedQuery(procedureKey, search.get('given'))
  const actor = await requireActor('applicant', startAddress(procedureKey, given))
  const procedure = await findProcedure(procedureKey)
  if (!procedure) notFound()
  const [t, words, layout, locale] = [
    await getTranslator('draft'),
    await getTranslator('procedures'),
    await getTranslator('layout'),
    await getLocale(),
  ]
  const drafts = (await listDrafts(actor, clock.now())).filter(
    (draft) => draft.procedureKey === procedure.key,
  )
  const view = { procedure, t: words, locale, today: today() }
  return (
    <div className="wrap pb-12">
      <PageHead
        crumbsLabel={layout('youAreHere')}
        crumbs={[
          { href: '/', text: layout('home') },
          { href: `/procedures/${procedure.key}`, text: procedure.shortName[locale] },
        ]}
        title={t('start.title', { procedure: procedure.shortName[locale] })}
        lead={t('start.lead')}
      />
      <Drafts drafts={drafts} />
      <AnswerFirst {...view} />
      <Carried procedure={procedure} given={given} />
      <Begin
        procedure={procedure}
        given={given}
        again={drafts.length > 0}
        earlier={await listEarlier(actor, procedure)}
        from={search.get('from')}
      />
      <section className="mt-10 max-w-4xl">
        <h2>{t('start.papers')}</h2>
        <p className="mt-1 mb-4 text-soft">{t('start.papersHint')}</p>
        <PapersList {...view} />
      </section>
    </div>
  )
}

async function Drafts({ drafts }: { drafts: readonly DraftSummary[] }) {
  if (drafts.length === 0) return null
  const t = await getTranslator('draft')
  return (
    <Notice title={t('start.drafts')}>
      <ul className="space-y-1">
        {drafts.map((draft) => (
          <li key={draft.id}>
            <Link href={`/my/drafts/${draft.id}`} className="font-semibold">
              {t('start.resume', { at: formatDateTime(draft.updatedAt) })}
            </Link>
          </li>
        ))}
      </ul>
    </Notice>
  )
}

/** What was answered while preparing, before it goes into a new draft. */
async function Carried({ procedure, given }: { procedure: Procedure; given: string }) {
  if (!given) return null
  const [t, locale] = [await getTranslator('preparation'), await getLocale()]
  const rules = rulesToday(procedure)
  const { questions, answers } = readPreparation(rules, preparationEntries(given))
  return (
    <section aria-labelledby="carried" className="mt-10 max-w-4xl">
      <h2 id="carried">{t('carriedTitle')}</h2>
      <p className="mt-1 mb-4 max-w-read text-soft">{t('carriedBody')}</p>
      <PreparedAnswers {...{ questions, answers, codes: rules.codes, locale }} />
    </section>
  )
}

type BeginProps = {
  procedure: Procedure
  given: string
  again: boolean
  /** What the dossier may begin from, and which of it a link has named. */
  earlier: readonly Earlier[]
  from: string | null
}

async function Begin({ procedure, given, again, earlier, from }: BeginProps) {
  const [t, reason] = [await getTranslator('draft'), await findSuspensionReason(procedure.key)]
  if (reason) {
    return (
      <Notice tone="warn" title={t('start.suspendedTitle')}>
        <p>{reason}</p>
      </Notice>
    )
  }
  return (
    <form action={beginDraft} className="mt-8">
      <input type="hidden" name="procedureKey" value={procedure.key} />
      {given && <input type="hidden" name="given" value={given} />}
      {earlier.length > 0 && <BeginFrom procedure={procedure} earlier={earlier} from={from} />}
      <ClientMessages namespaces={[]}>
        <SubmitButton
          variant={again ? 'secondary' : 'primary'}
          pendingLabel={t('start.working')}
          className="max-sm:w-full"
        >
          {t(again ? 'start.another' : 'start.button')}
        </SubmitButton>
      </ClientMessages>
    </form>
  )
}
