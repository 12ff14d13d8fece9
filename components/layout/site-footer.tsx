import type { Locale } from '@/components/messages/locale'
import { translatorFor } from '@/components/messages/translator'
import { Link } from '@/components/ui/link'

type Props = { locale: Locale; demo: boolean }

export function SiteFooter({ locale, demo }: Props) {
  const t = translatorFor(locale, 'layout')
  const links = [
    { href: '/procedures', text: t('procedures') },
    { href: '/due-date', text: translatorFor(locale, 'deadlines')('title') },
    { href: '/help', text: translatorFor(locale, 'help')('title') },
    { href: '/site-map', text: translatorFor(locale, 'help')('siteMapTitle') },
    { href: '/accessibility', text: t('accessibility') },
    { href: '/privacy', text: t('privacy') },
  ]
  return (
    <footer className="mt-16 border-t border-line bg-ground text-sm text-soft print:hidden">
      <div className="wrap grid gap-6 py-8 md:grid-cols-[2fr_1fr]">
        <div className="space-y-1">
          <p className="font-semibold text-ink">{t('owner')}</p>
          <p>{t('support')}</p>
          {demo && <p className="font-semibold text-warn">{t('demoNotice')}</p>}
        </div>
        <nav aria-label={t('footer')}>
          <ul className="flex flex-wrap gap-x-6 md:justify-end">
            {links.map((link) => (
              <li key={link.href}>
                <Link href={link.href} className="inline-flex min-h-11 items-center text-soft">
                  {link.text}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </footer>
  )
}
