import type { SiteHeaderProps } from '@/components/layout/site-header'
import { env } from '@/lib/server/env'
import { getLocale } from './translator'
import { getViewer } from './viewer'

/** What the frame of every page needs to know of this request. */
export async function getFrame(): Promise<SiteHeaderProps> {
  const [locale, viewer] = await Promise.all([getLocale(), getViewer()])
  return { locale, viewer, demo: env().APP_MODE !== 'production' }
}
