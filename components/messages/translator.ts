import { createTranslator } from 'use-intl/core'
import { type Catalog, catalogs, type Namespace } from './catalog'
import type { Locale } from './locale'

/** Civil time of the whole country: UTC+7, no daylight saving. */
export const timeZone = 'Asia/Ho_Chi_Minh'

export type Translator<Name extends Namespace> = ReturnType<
  typeof createTranslator<Catalog[Name], never>
>

/**
 * Words of one namespace in one language, for server components. A client component would carry
 * the whole catalogue to the browser with it: there, `useTranslations` or plain text props.
 */
export function translatorFor<Name extends Namespace>(
  locale: Locale,
  namespace: Name,
): Translator<Name> {
  // Both languages have the shape of the Vietnamese one (catalog.ts proves it); only its literal
  // strings carry the types of the arguments.
  const messages = catalogs[locale][namespace] as unknown as Catalog[Name]
  return createTranslator<Catalog[Name], never>({ locale, messages, timeZone })
}
