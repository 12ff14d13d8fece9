import { cookies } from 'next/headers'
import { cache } from 'react'
import type { Namespace } from '@/components/messages/catalog'
import { defaultLocale, findLocale, type Locale, localeCookie } from '@/components/messages/locale'
import { type Translator, translatorFor } from '@/components/messages/translator'

/** The language of this request: the person's choice, otherwise Vietnamese. */
export const getLocale = cache(async (): Promise<Locale> => {
  const jar = await cookies()
  return findLocale(jar.get(localeCookie)?.value) ?? defaultLocale
})

/** Words of one namespace in the language of this request. */
export async function getTranslator<Name extends Namespace>(
  namespace: Name,
): Promise<Translator<Name>> {
  return translatorFor(await getLocale(), namespace)
}
