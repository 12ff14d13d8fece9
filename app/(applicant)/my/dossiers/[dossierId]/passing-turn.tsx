import { getLocale, getTranslator } from '@/app/_server/translator'
import { formatDateTime } from '@/components/format'
import { Notice } from '@/components/ui/notice'
import { viewPassing } from '@/lib/dossiers/outcomes/view-passing'
import type { ApplicantView } from '@/lib/dossiers/view-dossier'

/** Where a dossier filed elsewhere is on its way; until it has arrived, no time limit runs. */
export async function PassingTurn({ view }: { view: ApplicantView }) {
  const { dossier } = view
  const filed = await viewPassing(dossier)
  if (!filed) return null
  const [t, locale] = [await getTranslator('outcomes'), await getLocale()]
  const names = { from: filed.receiver[locale], to: filed.competent[locale] }
  if (filed.passing)
    return (
      <p className="mb-4 max-w-read">
        {t('passing.receiver', { name: names.from })}.{' '}
        {t('passing.passed', { at: formatDateTime(filed.passing.at) })}
      </p>
    )
  if (dossier.state !== 'submitted') return null
  return (
    <Notice title={t('passing.waiting', names)}>
      <p>{t('passing.waitingText', names)}</p>
    </Notice>
  )
}
