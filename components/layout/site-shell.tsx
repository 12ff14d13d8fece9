import type { ReactNode } from 'react'
import { translatorFor } from '@/components/messages/translator'
import { SiteFooter } from './site-footer'
import { SiteHeader, type SiteHeaderProps } from './site-header'
import { SkipLink } from './skip-link'

type Props = SiteHeaderProps & { children: ReactNode }

/** The frame of the public pages and of the applicant's: skip link, header, main, footer. */
export function SiteShell({ locale, demo, viewer, children }: Props) {
  const t = translatorFor(locale, 'layout')
  return (
    <div className="flex min-h-screen flex-col">
      <SkipLink label={t('skip')} />
      <SiteHeader locale={locale} demo={demo} viewer={viewer} />
      <main id="main" tabIndex={-1} className="flex-1">
        {children}
      </main>
      <SiteFooter locale={locale} demo={demo} />
    </div>
  )
}
