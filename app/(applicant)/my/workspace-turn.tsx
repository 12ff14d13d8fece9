import { getLocale, getTranslator } from '@/app/_server/translator'
import { formatDate, formatDateTime } from '@/components/format'
import { Link } from '@/components/ui/link'
import { Tag } from '@/components/ui/tag'
import type { PersonActor } from '@/lib/identity/actor'
import { clock } from '@/lib/server/business-clock'
import { type MyTurn, viewMyTurn } from '@/lib/workspace/my-turn'

const SHOWN = 10
const ROW = 'border-t border-line py-3 last:border-b'

/** What needs this person inside the organisation they act for; nothing for whoever acts for themselves. */
export async function WorkspaceTurn({ actor }: { actor: PersonActor }) {
  const turn = await viewMyTurn(actor, clock.now())
  if (!turn) return null
  const t = await getTranslator('workspace')
  return (
    <section className="mb-10 max-w-4xl">
      <h2 className="mb-2">{t('turn.title')}</h2>
      {turn.approvals.length + turn.sections.length === 0 && (
        <p className="text-soft">{t('turn.nothing')}</p>
      )}
      <ul className="mb-3">
        <Approvals approvals={turn.approvals} />
        <Sections sections={turn.sections} />
      </ul>
      <Notices notices={turn.notices.slice(0, SHOWN)} />
      <p className="mt-3">
        <Link href="/my/organisation">{t('link')}</Link>
      </p>
    </section>
  )
}

async function Approvals({ approvals }: Pick<MyTurn, 'approvals'>) {
  const [t, locale] = [await getTranslator('workspace'), await getLocale()]
  return approvals.map(({ draftId, procedureName, askedByName, askedAt }) => (
    <li key={`approve-${draftId}`} className={ROW}>
      <Link href={`/my/drafts/${draftId}/review`} className="font-semibold">
        {t('turn.approve', { procedure: procedureName[locale] })}
      </Link>
      <span className="block text-sm text-soft">
        {t('turn.askedBy', { name: askedByName, at: formatDateTime(askedAt) })}
      </span>
    </li>
  ))
}

async function Sections({ sections }: Pick<MyTurn, 'sections'>) {
  const [t, locale] = [await getTranslator('workspace'), await getLocale()]
  return sections.map(({ draftId, sectionKey, procedureName, title, dueOn }) => (
    <li key={`${draftId}-${sectionKey}`} className={ROW}>
      <Link href={`/my/drafts/${draftId}/team/${sectionKey}`} className="font-semibold">
        {title[locale]}
      </Link>{' '}
      {dueOn && <Tag tone="warn">{t('turn.due', { date: formatDate(dueOn) })}</Tag>}
      <span className="block text-sm text-soft">{procedureName[locale]}</span>
    </li>
  ))
}

async function Notices({ notices }: Pick<MyTurn, 'notices'>) {
  if (notices.length === 0) return null
  const [t, locale] = [await getTranslator('workspace'), await getLocale()]
  return (
    <>
      <h3 className="mb-1">{t('turn.notices')}</h3>
      <ul>
        {notices.map(({ id, kind, draftId, byName, procedureName, section, at, unread }) => (
          <li key={id} className={ROW}>
            <Link href={`/my/drafts/${draftId}`}>
              {t(`turn.kinds.${kind}`, {
                name: byName,
                procedure: procedureName[locale],
                section: section?.[locale] ?? '',
              })}
            </Link>{' '}
            {unread && <Tag>{t('turn.new')}</Tag>}
            <span className="block text-sm text-soft">{formatDateTime(at)}</span>
          </li>
        ))}
      </ul>
    </>
  )
}
