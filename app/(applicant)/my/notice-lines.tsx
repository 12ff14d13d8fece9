import { getTranslator } from '@/app/_server/translator'
import { formatDate } from '@/components/format'
import { Link } from '@/components/ui/link'
import { Tag } from '@/components/ui/tag'
import type { InboxLine } from '@/lib/notifications/inbox'

/** What the applicant was told, newest first; what they have not seen is marked. */
export async function NoticeLines({ lines }: { lines: readonly InboxLine[] }) {
  const t = await getTranslator('my')
  if (lines.length === 0) return <p className="text-soft">{t('noNotices')}</p>
  return (
    <ul>
      {lines.map((line) => (
        <li key={line.id} className="border-t border-line py-3 last:border-b">
          <Link href={`/my/dossiers/${line.dossierId}`}>{line.text}</Link>{' '}
          {line.unread && <Tag>{t('newNotice')}</Tag>}
          <span className="block text-sm text-soft">{formatDate(line.at)}</span>
        </li>
      ))}
    </ul>
  )
}
