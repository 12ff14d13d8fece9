import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { readSearch, type SearchParams } from '@/app/_server/asked-language'
import { requireOwnDraft } from '@/app/_server/own-draft'
import { getLocale, getTranslator } from '@/app/_server/translator'
import { WorkspaceOutcome } from '@/app/_server/workspace-words'
import { formatDateTime } from '@/components/format'
import { PageHead } from '@/components/layout/page-head'
import { Link } from '@/components/ui/link'
import { SubmitButton } from '@/components/ui/submit-button'
import { Tag } from '@/components/ui/tag'
import { Textarea } from '@/components/ui/textarea'
import { clock } from '@/lib/server/business-clock'
import { COMMENT_LENGTH, type SectionComment, viewComments } from '@/lib/workspace/comments'
import { type GivenSection, viewTeamwork } from '@/lib/workspace/sections'
import { givenHint, givenTask } from '../../team-parts'
import { finishAction, resolveAction, sayAction } from '../actions'

type Props = {
  params: Promise<{ draftId: string; section: string }>
  searchParams: SearchParams
}
type Place = { draftId: string; sectionKey: string }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator('workspace'))('team.talk'), robots: { index: false } }
}

/** One section among those who work on it: whose it is, whether it is done, what was said. */
export default async function SectionTalkPage({ params, searchParams }: Props) {
  const { draftId, section: sectionKey } = await params
  const path = `/my/drafts/${draftId}/team/${sectionKey}`
  const query = await readSearch(path, searchParams)
  const { actor, view } = await requireOwnDraft(draftId, path)
  const home = `/my/drafts/${draftId}`
  const section = view.procedure.sections.find(({ key }) => key === sectionKey)
  const closed = view.given?.includes(sectionKey) === false
  const team = await viewTeamwork(actor, view, clock.now())
  if (!section || !team || closed || view.draft.submittedDossierId) redirect(home)
  const [t, layout, my, locale] = [
    await getTranslator('workspace'),
    await getTranslator('layout'),
    await getTranslator('my'),
    await getLocale(),
  ]
  const place = { draftId, sectionKey }
  const task = team.sections.find((one) => one.sectionKey === sectionKey)
  const comments = (await viewComments(view)).filter((one) => one.sectionKey === sectionKey)
  return (
    <div className="wrap pb-12">
      <PageHead
        crumbsLabel={layout('youAreHere')}
        crumbs={[
          { href: '/my', text: my('title') },
          { href: home, text: view.procedure.shortName[locale] },
        ]}
        above={<span className="text-sm text-soft">{t('team.talk')}</span>}
        title={section.title[locale]}
        lead={t('team.private')}
      />
      <div className="max-w-4xl space-y-8">
        <WorkspaceOutcome query={query} />
        <p>
          <Link href={`${home}/${sectionKey}`}>{t('team.openSection')}</Link>
        </p>
        {task && <Given place={place} task={task} mine={task.personId === actor.personId} />}
        <Comments place={place} comments={comments} />
        <p>
          <Link href={home}>{t('team.back')}</Link>
        </p>
      </div>
    </div>
  )
}

type GivenProps = { place: Place; task: GivenSection; mine: boolean }

async function Given({ place, task, mine }: GivenProps) {
  const t = await getTranslator('workspace')
  const { text, tone } = await givenTask(task)
  return (
    <section className="border border-line bg-ground p-5">
      <p className="mb-0">
        <Tag tone={tone}>{text}</Tag> <span className="text-soft">{await givenHint(task)}</span>
      </p>
      {mine && task.standing === 'done' && <p className="mt-3 mb-0">{t('team.confirmed')}</p>}
      {mine && task.standing !== 'done' && (
        <form action={finishAction.bind(null, place)} className="mt-3">
          <p className="max-w-read">{t('team.finishHint')}</p>
          <SubmitButton pendingLabel={t('working')} className="max-sm:w-full">
            {t('team.finish')}
          </SubmitButton>
        </form>
      )}
    </section>
  )
}

async function Comments({ place, comments }: { place: Place; comments: SectionComment[] }) {
  const t = await getTranslator('workspace')
  return (
    <section id="team">
      <h2 className="mb-2">{t('team.talk')}</h2>
      {comments.length === 0 && <p className="text-soft">{t('team.none')}</p>}
      <ul className="mb-6">
        {comments.map((comment) => (
          <Said key={comment.id} place={place} comment={comment} />
        ))}
      </ul>
      <form action={sayAction.bind(null, place)} className="space-y-4">
        <Textarea
          id="say"
          name="text"
          label={t('team.text')}
          rows={4}
          maxLength={COMMENT_LENGTH}
          required
        />
        <SubmitButton variant="secondary" pendingLabel={t('working')} className="max-sm:w-full">
          {t('team.say')}
        </SubmitButton>
      </form>
    </section>
  )
}

async function Said({ place, comment }: { place: Place; comment: SectionComment }) {
  const t = await getTranslator('workspace')
  const { id, text, authorName, createdAt, resolvedAt, resolvedByName } = comment
  return (
    <li className="border-t border-line py-3 last:border-b">
      <span className="text-sm text-soft">
        <b className="font-semibold text-ink">{authorName}</b> · {formatDateTime(createdAt)}
      </span>
      <p className="mb-1 max-w-read break-words whitespace-pre-line">{text}</p>
      {resolvedAt ? (
        <span className="text-sm text-ok">
          {t('team.resolved', { name: resolvedByName ?? '', at: formatDateTime(resolvedAt) })}
        </span>
      ) : (
        <form action={resolveAction.bind(null, place)}>
          <input type="hidden" name="commentId" value={id} />
          <SubmitButton variant="secondary" size="slim" pendingLabel={t('working')}>
            {t('team.resolve')}{' '}
            <span className="sr-only">{t('team.resolveOf', { name: authorName })}</span>
          </SubmitButton>
        </form>
      )}
    </li>
  )
}
