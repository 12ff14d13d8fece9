import type { SiteHeaderProps } from '@/components/layout/site-header'
import { env } from '@/lib/server/env'
import { getLocale } from './translator'

/** What the frame of every page needs to know of this request. */
export async function getFrame(): Promise<SiteHeaderProps> {
  return { locale: await getLocale(), demo: env().APP_MODE !== 'production' }
}
