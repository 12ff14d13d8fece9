import type { Locale } from '@/components/messages/locale'
import { type Translator, translatorFor } from '@/components/messages/translator'
import { buttonLook } from '@/components/ui/button-look'
import { Icon } from '@/components/ui/icon'
import { Link } from '@/components/ui/link'
import { ActingFor } from './acting-for'
import { Emblem } from './emblem'
import { LanguageSwitch } from './language-switch'
import type { Viewer } from './viewer'

export type SiteHeaderProps = { locale: Locale; demo: boolean; viewer?: Viewer | undefined }

export function SiteHeader({ locale, demo, viewer }: SiteHeaderProps) {
  const t = translatorFor(locale, 'layout')
  return (
    <header className="border-b-4 border-primary bg-paper print:border-b-2">
      <div className="wrap flex items-center gap-x-4 py-3">
        <Brand t={t} demo={demo} />
        <div className="ml-auto hidden items-center gap-4 text-sm lg:flex print:hidden">
          <Account t={t} locale={locale} viewer={viewer} />
        </div>
        <details className="group relative ml-auto lg:hidden print:hidden">
          <summary className="flex min-h-11 items-center gap-2 rounded-sm border border-line px-3 text-sm font-semibold whitespace-nowrap text-primary">
            <Icon name="menu" />
            {t('menu')}
          </summary>
          <div className="absolute right-0 z-10 mt-2 w-72 max-w-[calc(100vw-2rem)] rounded-md border border-soft bg-paper p-4">
            <MainMenu t={t} viewer={viewer} look="flex flex-col" />
            <div className="mt-3 flex flex-col gap-3 border-t border-line pt-4">
              <Account t={t} locale={locale} viewer={viewer} />
            </div>
          </div>
        </details>
      </div>
      <div className="hidden border-t border-hairline lg:block print:hidden">
        <div className="wrap">
          <MainMenu t={t} viewer={viewer} look="-mx-3 flex" />
        </div>
      </div>
      {viewer && <ActingFor t={t} viewer={viewer} />}
    </header>
  )
}

type Words = { t: Translator<'layout'> }

function Brand({ t, demo }: Words & { demo: boolean }) {
  return (
    <Link href="/" className="flex min-w-0 items-center gap-3 text-ink no-underline hover:text-ink">
      <Emblem />
      <span className="min-w-0">
        <b className="block text-lg leading-tight font-semibold">{t('brand')}</b>
        <span className="block text-xs leading-snug text-soft">
          {t('strapline')}
          {demo && <span className="font-semibold text-warn"> · {t('demo')}</span>}
        </span>
      </span>
    </Link>
  )
}

function MainMenu({ t, viewer, look }: Words & { viewer?: Viewer | undefined; look: string }) {
  const work = viewer && {
    href: viewer.workHref,
    text: viewer.capacity.kind === 'officer' ? t('office') : t('myDossiers'),
  }
  const links = [
    { href: '/procedures', text: t('procedures') },
    { href: '/track', text: t('track') },
    { href: '/verify', text: t('verify') },
    ...(work ? [work] : []),
  ]
  return (
    <nav aria-label={t('mainMenu')}>
      <ul className={look}>
        {links.map((link) => (
          <li key={link.href}>
            <Link
              href={link.href}
              className="inline-flex min-h-11 items-center px-3 text-sm no-underline hover:underline"
            >
              {link.text}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

type AccountProps = Words & { locale: Locale; viewer?: Viewer | undefined }

function Account({ t, locale, viewer }: AccountProps) {
  return (
    <>
      <LanguageSwitch
        to={locale === 'vi' ? 'en' : 'vi'}
        label={t('otherLanguage')}
        hint={t('otherLanguageHint')}
        className="inline-flex min-h-10 items-center self-start rounded-sm border border-line px-3 no-underline hover:border-primary"
      />
      {viewer ? (
        <a href={viewer.signOutHref} className="inline-flex min-h-10 items-center">
          {t('signOut')}
        </a>
      ) : (
        <a href="/login" className={buttonLook({ size: 'slim' })}>
          {t('signIn')}
        </a>
      )}
    </>
  )
}
