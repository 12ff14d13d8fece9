import { getLocale, getTranslator } from '@/app/_server/translator'
import type { ActField } from '@/components/office/act-form'
import type { ActSource } from './act-source'
import { digitiseAction } from './paper-actions'

/** Reading a paper into the store of its owner. */
export const paperActs: ActSource = async (event, view) => {
  if (event !== 'digitise-paper') return null
  const [t, locale] = [await getTranslator('digitise'), await getLocale()]
  const options = view.papers.flatMap(({ paperId, slotKey, source, digitised }) => {
    const name = view.procedure.papers.find(({ key }) => key === slotKey)?.name[locale]
    if (source !== 'upload' || !name) return []
    return [{ value: paperId, label: digitised ? t('again', { name }) : name }]
  })
  if (options.length === 0) return null
  return {
    act: digitiseAction,
    title: t('title'),
    effect: t('effect'),
    button: t('button'),
    variant: 'secondary',
    fields: [{ kind: 'select', name: 'paperId', label: t('paper'), options }, ...reading(t)],
  }
}

function reading(t: Awaited<ReturnType<typeof getTranslator<'digitise'>>>): ActField[] {
  return [
    { kind: 'text', name: 'title', label: t('name') },
    { kind: 'text', name: 'number', label: t('number') },
    { kind: 'text', name: 'issuedBy', label: t('issuedBy') },
    { kind: 'date', name: 'issuedOn', label: t('issuedOn') },
    { kind: 'date', name: 'validTo', label: t('validTo') },
    { kind: 'longtext', name: 'summary', label: t('summary'), rows: 2 },
    { kind: 'text', name: 'scope', label: t('scope') },
  ]
}
