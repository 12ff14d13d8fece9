import { getLocale, getTranslator } from '@/app/_server/translator'
import { formatDateTime } from '@/components/format'
import { viewPassing } from '@/lib/dossiers/outcomes/view-passing'
import type { OfficeView } from '@/lib/dossiers/view-dossier'
import type { ActSource, OfferedForm } from './act-source'
import { confirmPapersAction, passOnAction } from './passing-actions'

/** What a dossier filed elsewhere needs: the data passed on there, the papers confirmed here. */
export const passingActs: ActSource = async (event, view) => {
  if (event === 'pass-on') return passOnForm(view)
  return event === 'confirm-papers' ? confirmForm(view) : null
}

async function passOnForm({ dossier, papers, procedure }: OfficeView): Promise<OfferedForm | null> {
  const [t, locale] = [await getTranslator('outcomes'), await getLocale()]
  const filed = await viewPassing(dossier)
  if (!filed) return null
  const names = new Map(procedure.papers.map(({ key, name }) => [key, name[locale]]))
  const options = papers.map(({ slotKey }) => ({
    value: slotKey,
    label: names.get(slotKey) ?? slotKey,
  }))
  return {
    act: passOnAction,
    title: t('passing.title'),
    effect: t('passing.effect', { to: filed.competent[locale] }),
    button: t('passing.button'),
    fields: [
      {
        kind: 'checks',
        name: 'papers',
        label: t('passing.papers'),
        hint: t('passing.papersHint'),
        options,
      },
    ],
  }
}

async function confirmForm({ dossier }: OfficeView): Promise<OfferedForm | null> {
  const [t, locale] = [await getTranslator('outcomes'), await getLocale()]
  const filed = await viewPassing(dossier)
  const due = filed?.passing?.papersDueAt
  if (!filed || !due || filed.passing?.confirmedAt) return null
  return {
    act: confirmPapersAction,
    title: t('passing.confirmTitle'),
    effect: t('passing.confirmEffect', {
      from: filed.receiver[locale],
      due: formatDateTime(due),
    }),
    button: t('passing.confirmButton'),
    variant: 'secondary',
  }
}
