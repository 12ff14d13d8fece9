import { getLocale, getTranslator } from '@/app/_server/translator'
import { formatDate } from '@/components/format'
import type { StoreItem } from '@/lib/reuse/store'

/** What a paper of the store is called, with its number where it has one. */
export async function itemName({ name, number }: StoreItem): Promise<string> {
  const [t, locale] = [await getTranslator('store'), await getLocale()]
  return number ? t('named', { name: name[locale], number }) : name[locale]
}

/** From where and of which day it is, and until when it counts. */
export async function itemHint(item: StoreItem): Promise<string> {
  const t = await getTranslator('store')
  const { dossier, day, validTo, proof, files } = item
  const parts = [
    t(`proof.${proof}`, { date: formatDate(day) }),
    t('ofDossier', { reference: dossier.reference, subject: dossier.subject }),
    validTo && t('until', { date: formatDate(validTo) }),
    proof !== 'issued' && files.map(({ name }) => name).join(', '),
  ]
  return parts.filter(Boolean).join(' · ')
}
