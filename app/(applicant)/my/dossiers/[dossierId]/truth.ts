import { getLocale, getTranslator } from '@/app/_server/translator'
import { formatDate } from '@/components/format'
import { type ApplicantView, endedInRefusal } from '@/lib/dossiers/view-dossier'

/** The one true sentence at the top: where the dossier is, and by when. */
export async function truth(view: ApplicantView): Promise<string> {
  const [t, words, locale] = [
    await getTranslator('my'),
    await getTranslator('dossier'),
    await getLocale(),
  ]
  const { dossier, remaining } = view
  const state = endedInRefusal(view) && dossier.state === 'delivered' ? 'refused' : dossier.state
  const sentence = t(`sentence.${state}`, {
    agency: view.agency.name[locale],
    result: view.procedure.result.type[locale],
  })
  if (!remaining || !dossier.dueAt || dossier.state === 'awaiting-payment') return `${sentence}.`
  const left = () => {
    switch (remaining.kind) {
      case 'left':
        return words('left', { days: String(remaining.workingDays) })
      case 'today':
        return words('today')
      case 'overdue':
        return words('overdue', { days: String(remaining.overdueDays) })
    }
  }
  return `${sentence}. ${t('due', { date: formatDate(dossier.dueAt), left: left() })}`
}
