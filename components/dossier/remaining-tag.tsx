import type { Locale } from '@/components/messages/locale'
import { translatorFor } from '@/components/messages/translator'
import { Tag } from '@/components/ui/tag'
import type { Remaining } from '@/lib/deadlines/standing'

/** How a dossier stands to its due date, in working days. */
export function RemainingTag({ left, locale }: { left: Remaining; locale: Locale }) {
  const t = translatorFor(locale, 'dossier')
  switch (left.kind) {
    case 'left':
      return (
        <Tag tone={left.workingDays <= 3 ? 'warn' : 'ok'}>
          {t('left', { days: String(left.workingDays) })}
        </Tag>
      )
    case 'today':
      return <Tag tone="warn">{t('today')}</Tag>
    case 'overdue':
      return <Tag tone="late">{t('overdue', { days: String(left.overdueDays) })}</Tag>
  }
}
