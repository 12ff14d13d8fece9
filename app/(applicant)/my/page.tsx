import type { Metadata } from 'next'
import { requireActor } from '@/app/_server/current-actor'
import { today } from '@/app/_server/today'
import { getLocale, getTranslator } from '@/app/_server/translator'
import { formatDate, formatNumber } from '@/components/format'
import { PageHead } from '@/components/layout/page-head'
import { Link } from '@/components/ui/link'
import { LinkButton } from '@/components/ui/link-button'
import { Tag } from '@/components/ui/tag'
import { listMyDossiers, type OwnDossier, PILES, type Pile } from '@/lib/dossiers/my-dossiers'
import { listMyLicences } from '@/lib/dossiers/my-licences'
import { listEndedDrafts } from '@/lib/drafts/restore-draft'
import { listDrafts } from '@/lib/drafts/view-draft'
import type { PersonActor } from '@/lib/identity/actor'
import { reachOf } from '@/lib/identity/member-rights'
import { readInbox } from '@/lib/notifications/inbox'
import { clock } from '@/lib/server/business-clock'
import { DossierPile } from './dossier-pile'
import { Drafts, EndedDrafts } from './draft-list'
import { NoticeLines } from './notice-lines'
import { WorkspaceTurn } from './workspace-turn'

// What stands on the page itself; the rest is a link away.
const [TO_DO, IN_PROGRESS, DONE, NOTICES] = [20, 10, 5, 10]

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator('my'))('title') }
}

export default async function MyPage() {
  const actor = await requireActor('applicant', '/my')
  const [t, layout, dossiers, drafts, ended] = await Promise.all([
    getTranslator('my'),
    getTranslator('layout'),
    listMyDossiers(actor),
    listDrafts(actor, clock.now()),
    listEndedDrafts(actor),
  ])
  const filed = PILES.reduce((sum, pile) => sum + dossiers[pile].length, 0)
  return (
    <div className="wrap">
      <PageHead
        crumbs={[{ href: '/', text: layout('home') }]}
        crumbsLabel={layout('youAreHere')}
        title={t('title')}
        lead={await actingFor(actor)}
      />
      <WorkspaceTurn actor={actor} />
      {drafts.length + filed === 0 && reachOf(actor, 'start-drafts') && <Empty />}
      <PileSection pile="needs-me" rows={dossiers['needs-me']} shown={TO_DO} />
      <Drafts drafts={drafts} />
      <EndedDrafts drafts={ended} />
      <PileSection pile="in-progress" rows={dossiers['in-progress']} shown={IN_PROGRESS} />
      <Licences actor={actor} />
      <PileSection pile="done" rows={dossiers.done} shown={DONE} />
      {filed > 0 && (
        <p className="mb-10 flex flex-wrap gap-x-6">
          <Link href="/my/dossiers" className="py-1">
            {t('search.title')}
          </Link>
          <Link href="/my/papers" className="py-1">
            {t('store')}
          </Link>
        </p>
      )}
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

type PileProps = { pile: Pile; rows: readonly OwnDossier[]; shown: number }

async function PileSection({ pile, rows, shown }: PileProps) {
  if (rows.length === 0) return null
  const [t, locale] = [await getTranslator('my'), await getLocale()]
  return (
    <section className="mb-10 max-w-4xl">
      <h2 className="mb-2">{t(`piles.${pile}`)}</h2>
      <DossierPile rows={rows.slice(0, shown)} />
      {rows.length > shown && (
        <p className="mt-3">
          <Link href={`/my/dossiers?pile=${pile}`}>
            {t('allOf', { count: formatNumber(rows.length, locale) })}
          </Link>
        </p>
      )}
    </section>
  )
}

async function Licences({ actor }: { actor: PersonActor }) {
  const held = await listMyLicences(actor, today())
  if (held.length === 0) return null
  const [t, locale] = [await getTranslator('my'), await getLocale()]
  const ending = held.filter(({ validity }) => validity === 'ending')
  return (
    <section className="mb-10 max-w-4xl">
      <h2 className="mb-2">{ending.length > 0 ? t('licences.ending') : t('licences.title')}</h2>
      {ending.length > 0 && (
        <ul className="mb-3">
          {ending.map(({ licenceId, dossierId, type, number, subject, validTo }) => (
            <li key={licenceId} className="border-t border-line py-3 last:border-b">
              <Link href={`/my/dossiers/${dossierId}`} className="font-semibold">
                {t('licences.number', { type: type[locale], number })}
              </Link>{' '}
              {validTo && (
                <Tag tone="warn">{t('licences.endsOn', { date: formatDate(validTo) })}</Tag>
              )}
              <span className="block text-sm text-soft">{subject}</span>
            </li>
          ))}
        </ul>
      )}
      <Link href="/my/licences">
        {t('licences.all', { count: formatNumber(held.length, locale) })}
      </Link>
    </section>
  )
}

async function Inbox({ personId }: { personId: string }) {
  const [t, locale] = [await getTranslator('my'), await getLocale()]
  const lines = await readInbox(personId, locale)
  return (
    <section className="mb-10 max-w-4xl">
      <h2 className="mb-2">{t('notices')}</h2>
      <NoticeLines lines={lines.slice(0, NOTICES)} />
      {lines.length > 0 && (
        <p className="mt-3">
          <Link href="/my/notices">{t('allNotices')}</Link>
        </p>
      )}
    </section>
  )
}
