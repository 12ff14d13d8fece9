import { today } from '@/app/_server/today'
import { getLocale, getTranslator } from '@/app/_server/translator'
import type { ActSource } from './act-source'
import { askOpinionAction } from './opinion-actions'

/** Asking other units for their opinion; several may be asked at once. */
export const opinionActs: ActSource = async (event, view) => {
  if (event !== 'ask-opinion') return null
  const [t, locale] = [await getTranslator('opinion'), await getLocale()]
  const names = new Map(view.procedure.papers.map(({ key, name }) => [key, name[locale]]))
  const papers = view.papers.flatMap(({ slotKey, files }) =>
    files.map(({ fileId, name }) => ({
      value: fileId,
      label: `${names.get(slotKey) ?? slotKey}: ${name}`,
    })),
  )
  const kinds = (['yes-no', 'text'] as const).map((value) => ({
    value,
    label: t(`ask.kinds.${value}`),
  }))
  return {
    act: askOpinionAction,
    title: t('ask.title'),
    effect: t('ask.effect'),
    button: t('ask.button'),
    variant: 'secondary',
    fields: [
      { kind: 'text', name: 'unitName', label: t('ask.unit') },
      { kind: 'text', name: 'email', label: t('ask.email') },
      {
        kind: 'longtext',
        name: 'question',
        label: t('ask.question'),
        hint: t('ask.questionHint'),
      },
      { kind: 'radio', name: 'answerKind', label: t('ask.kind'), options: kinds },
      { kind: 'date', name: 'dueDay', label: t('ask.dueDay'), min: today() },
      { kind: 'checks', name: 'papers', label: t('ask.papers'), options: papers },
    ],
  }
}
