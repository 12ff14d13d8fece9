import type { Metadata } from 'next'
import { requireOfficer } from '@/app/_server/office-actor'
import { getLocale, getTranslator } from '@/app/_server/translator'
import { formatDateTime } from '@/components/format'
import { Link } from '@/components/ui/link'
import { Pagination } from '@/components/ui/pagination'
import { SubmitButton } from '@/components/ui/submit-button'
import { Tag } from '@/components/ui/tag'
import { eyesOf } from '@/lib/identity/lent-powers'
import type { InboxLine } from '@/lib/notifications/inbox'
import { readOfficeInbox } from '@/lib/notifications/office-inbox'
import { OfficeFrame } from '../office-frame'
import { markAllReadAction } from './actions'

type Props = { searchParams: Promise<{ after?: string | string[] }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator('officeInbox'))('title') }
}

/** What the officer was told about the dossiers of the agency, newest first. */
export default async function OfficeInboxPage({ searchParams }: Props) {
  const actor = await requireOfficer('/office/inbox')
  const [t, locale] = [await getTranslator('officeInbox'), await getLocale()]
  const { after } = await searchParams
  const { personId, capacity } = actor
  const { lines, next } = await readOfficeInbox(
    { personId, agencyId: capacity.agencyId, hiddenFrom: eyesOf(actor) },
    { after: typeof after === 'string' ? after : undefined, locale },
  )
  return (
    <OfficeFrame actor={actor} current="inbox">
      <div className="px-4 py-5 sm:px-6">
        <h1 className="mb-2 text-2xl">{t('title')}</h1>
        <p className="max-w-read text-soft">{t('lead')}</p>
        {lines.some(({ unread }) => unread) && (
          <form action={markAllReadAction} className="my-4">
            <SubmitButton variant="secondary" size="slim" pendingLabel={t('pending')}>
              {t('markAll')}
            </SubmitButton>
          </form>
        )}
        {lines.length === 0 && (
          <p className="mt-4 border border-line bg-ground p-6 font-semibold">{t('empty')}</p>
        )}
        <ul className="mt-4 max-w-4xl">
          {lines.map((line) => (
            <Line key={line.id} line={line} fresh={t('unread')} />
          ))}
        </ul>
        <Pagination
          label={t('title')}
          next={
            next ? { href: `?after=${encodeURIComponent(next)}`, label: t('older') } : undefined
          }
        />
      </div>
    </OfficeFrame>
  )
}

function Line({ line, fresh }: { line: InboxLine; fresh: string }) {
  return (
    <li className="border-t border-line py-3 last:border-b">
      <Link
        href={`/office/dossiers/${line.dossierId}`}
        className={line.unread ? 'font-semibold' : undefined}
      >
        {line.text}
      </Link>{' '}
      {line.unread && <Tag>{fresh}</Tag>}
      <span className="block text-sm text-soft tabular-nums">{formatDateTime(line.at)}</span>
    </li>
  )
}
