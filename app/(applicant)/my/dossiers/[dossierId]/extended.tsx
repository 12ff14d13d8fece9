import { getLocale, getTranslator } from '@/app/_server/translator'
import { formatDate } from '@/components/format'
import { Notice } from '@/components/ui/notice'
import type { ApplicantView } from '@/lib/dossiers/view-dossier'
import { findOwnExtension } from '@/lib/letters/view-letters'

/** The apology with both dates and the reason, as long as the dossier is under way. */
export async function Extended({ view }: { view: ApplicantView }) {
  const [t, locale] = [await getTranslator('letters'), await getLocale()]
  const extension = view.dossier.endedAt ? undefined : await findOwnExtension(view.dossier.id)
  if (!extension) return null
  const said = {
    agency: view.agency.name[locale],
    from: formatDate(extension.oldDueAt),
    to: formatDate(extension.newDay),
  }
  return (
    <Notice title={t('own.title')} tone="warn">
      <p>{t(extension.state === 'applied' ? 'own.applied' : 'own.granted', said)}</p>
      <p className="whitespace-pre-line">{t('own.reason', { reason: extension.reason })}</p>
    </Notice>
  )
}
