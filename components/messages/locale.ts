/** Languages of the portal, Vietnamese first. */
export const locales = ['vi', 'en'] as const

export type Locale = (typeof locales)[number]

export const defaultLocale: Locale = 'vi'

/** Name of the cookie that keeps a person's language. */
export const localeCookie = 'lang'

/** The language that a cookie or an address asks for, if it is one of ours. */
export function findLocale(value: unknown): Locale | undefined {
  return locales.find((locale) => locale === value)
}
