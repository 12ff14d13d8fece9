import { redirect } from 'next/navigation'
import { findLocale } from '@/components/messages/locale'
import { getLocale } from './translator'

export type SearchParams = Promise<Record<string, string | string[] | undefined>>

/**
 * Honours `?lang=en` in an address that somebody shared: the choice goes through the language
 * route, which keeps it, and comes back to the same page without the parameter.
 */
export async function readSearch(path: string, searchParams: SearchParams) {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(await searchParams)) {
    // A question with several choices sends its name once for each.
    for (const one of [value ?? []].flat()) query.append(name, one)
  }
  const asked = findLocale(query.get('lang'))
  query.delete('lang')
  if (asked && asked !== (await getLocale())) {
    const back = query.size > 0 ? `${path}?${query}` : path
    redirect(`/language?${new URLSearchParams({ to: asked, back })}`)
  }
  return query
}
