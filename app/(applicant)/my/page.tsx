import type { Metadata } from 'next'
import Link from 'next/link'
import { requireActor } from '@/app/_server/current-actor'
import { getLocale, getTranslator } from '@/app/_server/translator'
import { formatDate, formatDateTime } from '@/components/format'
import { PageHead } from '@/components/layout/page-head'
import { LinkButton } from '@/components/ui/link-button'
import { Tag } from '@/components/ui/tag'
import { listMyDossiers, type OwnDossier } from '@/lib/dossiers/my-dossiers'
import { type DraftSummary, listDrafts } from '@/lib/drafts/view-draft'
import type { PersonActor } from '@/lib/identity/actor'
import { readInbox } from '@/lib/notifications/inbox'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator('my'))('title') }
}

export default async function MyPage() {
  const actor = await requireActor('applicant', '/my')
  const [t, layout, dossiers, drafts] = await Promise.all([
    getTranslator('my'),
    getTranslator('layout'),
    listMyDossiers(actor),
    listDrafts(actor),
  ])
  const { needsMe, inProgress, done } = dossiers
  const empty = drafts.length + needsMe.length + inProgress.length + done.length === 0
  return (
    <div className="wrap">
      <PageHead
        crumbs={[{ href: '/', text: layout('home') }]}
        crumbsLabel={layout('youAreHere')}
        title={t('title')}
        lead={await actingFor(actor)}
      />
      {empty && <Empty />}
      <Pile title={t('needsMe')} rows={needsMe} />
      <Drafts drafts={drafts} />
      <Pile title={t('inProgress')} rows={inProgress} />
      <Pile title={t('done')} rows={done} />
      <Inbox personId={actor.personId} />
    </div>
  )
}

async function actingFor({ capacity }: PersonActor): Promise<string> {
  const t = await getTranslator('my')
  return capacity.kind === 'organisation'
    ? t('actingFor', { name: capacity.organisationName })
    : t('actingForSelf')
}

async function Empty() {
  const t = await getTranslator('my')
  return (
    <div className="mb-8 max-w-2xl border border-line bg-ground p-6">
      <p className="font-semibold">{t('nothing')}</p>
      <p>{t('nothingHint')}</p>
      <LinkButton href="/procedures">{t('findProcedure')}</LinkButton>
    </div>
  )
}

async function Pile({ title, rows }: { title: string; rows: readonly OwnDossier[] }) {
  if (rows.length === 0) return null
  const [t, words] = [await getTranslator('my'), await getTranslator('dossier')]
  return (
    <section className="mb-10 max-w-4xl">
      <h2 className="mb-2">{title}</h2>
      <ul>
        {rows.map((row) => (
          <li
            key={row.id}
            className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 border-t border-line py-3 last:border-b"
          >
            <div className="min-w-0">
              <Link href={`/my/dossiers/${row.id}`} className="font-semibold">
                {row.subject}
              </Link>
              <span className="block text-sm text-soft tabular-nums">
                {row.reference} · {formatDateTime(row.updatedAt)}
              </span>
            </div>
            <div className="flex flex-wrap items-center gap-3">
              <Tag tone={toneOf(row)}>{words(`states.${row.state}`)}</Tag>
              {(row.state === 'awaiting-payment' || row.state === 'awaiting-obligation') && (
                <LinkButton href={`/my/dossiers/${row.id}/payment`} size="slim">
                  {t('pay')}
                </LinkButton>
              )}
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

function toneOf({ state }: OwnDossier) {
  if (state === 'awaiting-payment') return 'warn'
  if (state === 'issued' || state === 'delivered') return 'ok'
  return state === 'refused-at-intake' ? 'late' : 'info'
}

async function Drafts({ drafts }: { drafts: readonly DraftSummary[] }) {
  if (drafts.length === 0) return null
  const [t, locale] = [await getTranslator('my'), await getLocale()]
  return (
    <section className="mb-10 max-w-4xl">
      <h2 className="mb-2">{t('drafts')}</h2>
      <ul>
        {drafts.map((draft) => (
          <li
            key={draft.id}
            className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 border-t border-line py-3 last:border-b"
          >
            <span>
              <Link href={`/my/drafts/${draft.id}`} className="font-semibold">
                {draft.procedureName[locale]}
              </Link>
              <span className="block text-sm text-soft">
                {t('draftUpdated', { at: formatDateTime(draft.updatedAt) })}
              </span>
            </span>
            <LinkButton href={`/my/drafts/${draft.id}`} variant="secondary" size="slim">
              {t('draftContinue')}
            </LinkButton>
          </li>
        ))}
      </ul>
    </section>
  )
}

async function Inbox({ personId }: { personId: string }) {
  const [t, locale] = [await getTranslator('my'), await getLocale()]
  const lines = (await readInbox(personId, locale)).slice(0, 10)
  return (
    <section className="mb-10 max-w-4xl">
      <h2 className="mb-2">{t('notices')}</h2>
      {lines.length === 0 && <p className="text-soft">{t('noNotices')}</p>}
      <ul>
        {lines.map((line) => (
          <li key={line.id} className="border-t border-line py-3 last:border-b">
            <Link href={`/my/dossiers/${line.dossierId}`}>{line.text}</Link>{' '}
            {line.unread && <Tag>{t('newNotice')}</Tag>}
            <span className="block text-sm text-soft">{formatDate(line.at)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
