import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { readSearch, type SearchParams } from '@/app/_server/asked-language'
import { type OwnDraft, requireOwnDraft } from '@/app/_server/own-draft'
import { getLocale, getTranslator } from '@/app/_server/translator'
import { formatDateTime } from '@/components/format'
import { PageHead } from '@/components/layout/page-head'
import { LinkButton } from '@/components/ui/link-button'
import { Progress } from '@/components/ui/progress'
import { type Task, TaskList } from '@/components/ui/task-list'
import { sectionStatuses } from '@/lib/procedures/section-status'
import { attachedKeys } from './attached-keys'
import { DraftFacts } from './draft-facts'
import { SessionGuard } from './session-guard'

type Props = { params: Promise<{ draftId: string }>; searchParams: SearchParams }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator('draft'))('tasks.title'), robots: { index: false } }
}

export default async function DraftPage({ params, searchParams }: Props) {
  const { draftId } = await params
  const path = `/my/drafts/${draftId}`
  await readSearch(path, searchParams)
  const own = await requireOwnDraft(draftId, path)
  const { draft, procedure } = own.view
  if (draft.submittedDossierId) redirect(`/my/dossiers/${draft.submittedDossierId}`)
  const [t, layout, my, locale] = [
    await getTranslator('draft'),
    await getTranslator('layout'),
    await getTranslator('my'),
    await getLocale(),
  ]
  return (
    <div className="wrap pb-12">
      <PageHead
        crumbsLabel={layout('youAreHere')}
        crumbs={[{ href: '/my', text: my('title') }]}
        above={
          <span className="text-sm text-soft">
            {t('tasks.title')} · {t('tasks.saved', { at: formatDateTime(draft.updatedAt) })}
          </span>
        }
        title={procedure.shortName[locale]}
        lead={await actingFor(own)}
      />
      <div className="grid gap-x-14 gap-y-10 lg:grid-cols-[minmax(0,2fr)_minmax(16rem,1fr)]">
        <Sections own={own} />
        <DraftFacts own={own} />
      </div>
      <SessionGuard />
    </div>
  )
}

async function Sections({ own }: { own: OwnDraft }) {
  const [t, locale] = [await getTranslator('draft'), await getLocale()]
  const { draft, answers } = own.view
  const attached = attachedKeys(own.view)
  const statuses = sectionStatuses(own.rules, { answers, attached, visited: draft.doneSections })
  const done = statuses.filter(({ status }) => status === 'done').length
  const next = statuses.find(({ status }) => status !== 'done')
  const home = `/my/drafts/${draft.id}`
  const tasks = statuses.map(
    ({ section, status, missing }): Task => ({
      id: section.key,
      title: section.title[locale],
      hint: status === 'in-progress' && missing > 0 ? t('tasks.missing', { count: missing }) : null,
      href: `${home}/${section.key}`,
      status: { text: t(`tasks.status.${status}`), tone: TONES[status] },
    }),
  )
  const ready = done === statuses.length
  return (
    <section aria-labelledby="sections">
      <h2 id="sections">{t('tasks.sections')}</h2>
      <div className="my-4 max-w-form">
        <Progress
          id="progress"
          label={t('tasks.progress', { done: String(done), count: String(statuses.length) })}
          percent={(done / statuses.length) * 100}
        />
      </div>
      <p className="mb-5">
        <LinkButton
          href={`${home}/${next?.section.key ?? 'review'}`}
          prefetch={false}
          className="max-sm:w-full"
        >
          {next ? t('tasks.continue', { section: next.section.title[locale] }) : t('tasks.review')}
        </LinkButton>
      </p>
      <TaskList
        tasks={[
          ...tasks,
          {
            id: 'review',
            title: t('tasks.review'),
            hint: t('tasks.reviewHint'),
            href: `${home}/review`,
            status: ready
              ? { text: t('tasks.reviewReady'), tone: 'ok' }
              : { text: t('tasks.reviewWait'), tone: 'neutral' },
          },
        ]}
      />
    </section>
  )
}

const TONES = { 'not-started': 'neutral', 'in-progress': 'info', done: 'ok' } as const

async function actingFor({ actor }: OwnDraft): Promise<string> {
  const t = await getTranslator('draft')
  return actor.capacity.kind === 'organisation'
    ? t('tasks.actingFor', { name: actor.capacity.organisationName })
    : t('tasks.actingSelf')
}
