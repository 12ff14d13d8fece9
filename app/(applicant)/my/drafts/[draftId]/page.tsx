import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { readSearch, type SearchParams } from '@/app/_server/asked-language'
import { type OwnDraft, requireOwnDraft } from '@/app/_server/own-draft'
import { getLocale, getTranslator } from '@/app/_server/translator'
import { WorkspaceOutcome } from '@/app/_server/workspace-words'
import { formatDateTime } from '@/components/format'
import { PageHead } from '@/components/layout/page-head'
import { LinkButton } from '@/components/ui/link-button'
import { Progress } from '@/components/ui/progress'
import { type Task, TaskList } from '@/components/ui/task-list'
import type { DefinitionNews, Novelty } from '@/lib/procedures/definition-news'
import { sectionStatuses } from '@/lib/procedures/section-status'
import { clock } from '@/lib/server/business-clock'
import { viewComments } from '@/lib/workspace/comments'
import { seenInDraft } from '@/lib/workspace/my-turn'
import { type Teamwork, viewTeamwork } from '@/lib/workspace/sections'
import { attachedKeys } from './attached-keys'
import { DefinitionNotice } from './definition-notice'
import { DraftFacts } from './draft-facts'
import { SessionGuard } from './session-guard'
import { givenHint, givenTask, Team } from './team-parts'

type Props = { params: Promise<{ draftId: string }>; searchParams: SearchParams }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator('draft'))('tasks.title'), robots: { index: false } }
}

export default async function DraftPage({ params, searchParams }: Props) {
  const { draftId } = await params
  const path = `/my/drafts/${draftId}`
  const query = await readSearch(path, searchParams)
  const own = await requireOwnDraft(draftId, path)
  const { draft, procedure } = own.view
  if (draft.submittedDossierId) redirect(`/my/dossiers/${draft.submittedDossierId}`)
  await seenInDraft(own.actor, { draftId, at: clock.now() })
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
      <WorkspaceOutcome query={query} />
      {own.view.given === null && <DefinitionNotice own={own} />}
      <div className="grid gap-x-14 gap-y-10 lg:grid-cols-[minmax(0,2fr)_minmax(16rem,1fr)]">
        <Sections own={own} />
        {own.view.given === null && <DraftFacts own={own} />}
      </div>
      <SessionGuard />
    </div>
  )
}

async function Sections({ own }: { own: OwnDraft }) {
  const [t, locale] = [await getTranslator('draft'), await getLocale()]
  const { draft, answers, given, written } = own.view
  const attached = attachedKeys(own.view)
  const all = sectionStatuses(own.rules, {
    answers,
    unread: written.unread,
    attached,
    visited: draft.doneSections,
  })
  // Whoever was given a few sections sees those.
  const statuses = all.filter(({ section }) => given?.includes(section.key) ?? true)
  const team = await viewTeamwork(own.actor, own.view, clock.now())
  const done = statuses.filter(({ status }) => status === 'done').length
  const next = statuses.find(({ status }) => status !== 'done')
  const home = `/my/drafts/${draft.id}`
  const tasks = await Promise.all(statuses.map((one) => sectionTask(own, one, team)))
  const ready = done === statuses.length
  return (
    <section aria-labelledby="sections">
      <h2 id="sections">{t('tasks.sections')}</h2>
      <div className="my-4 max-w-form">
        <Progress
          id="progress"
          label={t('tasks.progress', { done: String(done), count: String(statuses.length) })}
          percent={(done / Math.max(1, statuses.length)) * 100}
        />
      </div>
      {(next || given === null) && (
        <p className="mb-5">
          <LinkButton href={`${home}/${next?.section.key ?? 'review'}`} className="max-sm:w-full">
            {next
              ? t('tasks.continue', { section: next.section.title[locale] })
              : t('tasks.review')}
          </LinkButton>
        </p>
      )}
      <TaskList tasks={given === null ? [...tasks, await reviewTask(home, ready)] : tasks} />
      {team && (
        <Team
          own={own}
          sections={statuses.map(({ section }) => section)}
          team={team}
          comments={await viewComments(own.view)}
        />
      )}
    </section>
  )
}

type Status = ReturnType<typeof sectionStatuses>[number]
type Say = Awaited<ReturnType<typeof getTranslator<'draft'>>>

async function sectionTask(
  own: OwnDraft,
  standing: Status,
  team: Teamwork | undefined,
): Promise<Task> {
  const [t, locale] = [await getTranslator('draft'), await getLocale()]
  const { section, status } = standing
  const given = team?.sections.find(({ sectionKey }) => sectionKey === section.key)
  const hints = [hintOf(t, standing, own.view.news), given && (await givenHint(given))]
  return {
    id: section.key,
    title: section.title[locale],
    hint: hints.filter(Boolean).join(' · ') || null,
    href: `/my/drafts/${own.view.draft.id}/${section.key}`,
    status: given
      ? await givenTask(given)
      : { text: t(`tasks.status.${status}`), tone: TONES[status] },
  }
}

async function reviewTask(home: string, ready: boolean): Promise<Task> {
  const t = await getTranslator('draft')
  return {
    id: 'review',
    title: t('tasks.review'),
    hint: t('tasks.reviewHint'),
    href: `${home}/review`,
    status: ready
      ? { text: t('tasks.reviewReady'), tone: 'ok' }
      : { text: t('tasks.reviewWait'), tone: 'neutral' },
  }
}

/** How much is missing, and what the newer form asks that the older one did not. */
function hintOf(
  t: Say,
  { section, status, missing }: Status,
  news: DefinitionNews | null,
): string | null {
  const count = (kind: Novelty) =>
    section.fields.filter(({ key }) => news?.fields[key] === kind).length
  const [fresh, changed] = [count('new'), count('changed')]
  const words = [
    status === 'in-progress' && missing > 0 && t('tasks.missing', { count: missing }),
    fresh > 0 && t('news.countNew', { count: fresh }),
    changed > 0 && t('news.countChanged', { count: changed }),
  ]
  return words.filter(Boolean).join(' · ') || null
}

const TONES = { 'not-started': 'neutral', 'in-progress': 'info', done: 'ok' } as const

async function actingFor({ actor }: OwnDraft): Promise<string> {
  const t = await getTranslator('draft')
  return actor.capacity.kind === 'organisation'
    ? t('tasks.actingFor', { name: actor.capacity.organisationName })
    : t('tasks.actingSelf')
}
