import type { ReactNode } from 'react'
import type { Locale } from '@/components/messages/locale'
import { type Translator, translatorFor } from '@/components/messages/translator'
import { Icon } from '@/components/ui/icon'
import { Link } from '@/components/ui/link'
import { Emblem } from './emblem'
import { LanguageSwitch } from './language-switch'
import { SkipLink } from './skip-link'
import type { Viewer } from './viewer'

export type OfficeLink = {
  href: string
  text: string
  count?: number | undefined
  /** Unread lines, as `3` or `9+`. */
  unread?: string | undefined
  current?: boolean | undefined
}

export type OfficeGroup = { id: string; title?: string | undefined; links: readonly OfficeLink[] }

type Props = {
  locale: Locale
  demo: boolean
  viewer: Viewer
  agencyName: string
  groups: readonly OfficeGroup[]
  children: ReactNode
}

/** The officers' frame: lists with their counts on the left, the work on the right. */
export function OfficeShell({ locale, demo, viewer, agencyName, groups, children }: Props) {
  const t = translatorFor(locale, 'layout')
  return (
    <div className="min-h-screen lg:grid lg:grid-cols-[15.5rem_minmax(0,1fr)] print:block">
      <SkipLink label={t('skip')} />
      <aside className="bg-office text-sm text-office-text print:hidden">
        <OfficeHead t={t} demo={demo} viewer={viewer} agencyName={agencyName} />
        <details className="group lg:hidden">
          <summary className="flex min-h-11 items-center gap-2 px-5 font-semibold">
            <Icon name="menu" />
            {t('officeMenu')}
          </summary>
          <OfficeMenu t={t} groups={groups} />
        </details>
        <div className="max-lg:hidden">
          <OfficeMenu t={t} groups={groups} />
        </div>
        <OfficeAccount t={t} locale={locale} viewer={viewer} />
      </aside>
      <main id="main" tabIndex={-1} className="min-w-0">
        {children}
      </main>
    </div>
  )
}

type Words = { t: Translator<'layout'> }

function OfficeHead(props: Words & Pick<Props, 'demo' | 'viewer' | 'agencyName'>) {
  const { t, demo, viewer, agencyName } = props
  const { capacity } = viewer
  const delegatedFrom = capacity.kind === 'officer' ? capacity.delegatedFrom : undefined
  return (
    <div className="flex gap-3 px-5 pt-4 pb-3">
      <Emblem className="size-9" />
      <div className="min-w-0">
        <b className="block leading-tight font-semibold text-paper">{agencyName}</b>
        <span className="block text-xs text-office-soft">
          {viewer.fullName}
          {capacity.kind === 'officer' && ` · ${capacity.position}`}
        </span>
        {delegatedFrom && (
          <span className="block text-xs text-focus">
            {t('delegatedFrom', { name: delegatedFrom })}
          </span>
        )}
        {demo && <span className="block text-xs font-semibold text-focus">{t('demo')}</span>}
      </div>
    </div>
  )
}

function OfficeMenu({ t, groups }: Words & Pick<Props, 'groups'>) {
  return (
    <nav aria-label={t('officeMenu')} className="pb-3">
      {groups.map((group) => (
        <div key={group.id}>
          {group.title && (
            <h2 className="px-5 pt-4 pb-1 text-xs font-semibold tracking-normal text-office-soft">
              {group.title}
            </h2>
          )}
          <ul>
            {group.links.map((link) => (
              <li key={link.href}>
                <OfficeMenuLink t={t} link={link} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  )
}

function OfficeMenuLink({ t, link }: Words & { link: OfficeLink }) {
  return (
    <Link
      href={link.href}
      aria-current={link.current ? 'page' : undefined}
      className="flex min-h-10 items-center justify-between gap-3 border-l-4 border-transparent py-1.5 pr-5 pl-4 text-office-text no-underline hover:bg-office-active hover:text-paper aria-[current=page]:border-gold aria-[current=page]:bg-office-active aria-[current=page]:font-semibold aria-[current=page]:text-paper"
    >
      {link.text}
      {link.unread && (
        <span className="tabular-nums">
          <span aria-hidden="true">{link.unread}</span>
          <span className="sr-only">{t('officeUnread', { count: link.unread })}</span>
        </span>
      )}
      {link.count !== undefined && (
        <span className="tabular-nums">
          <span aria-hidden="true">{link.count}</span>
          <span className="sr-only">{t('officeDossierCount', { count: link.count })}</span>
        </span>
      )}
    </Link>
  )
}

function OfficeAccount({ t, locale, viewer }: Words & Pick<Props, 'locale' | 'viewer'>) {
  const look = 'inline-flex min-h-10 items-center text-office-text hover:text-paper'
  return (
    <div className="flex flex-wrap gap-x-5 border-t border-office-active px-5 py-2">
      <LanguageSwitch
        to={locale === 'vi' ? 'en' : 'vi'}
        label={t('otherLanguage')}
        hint={t('otherLanguageHint')}
        className={look}
      />
      {viewer.changeCapacityHref && (
        <Link href={viewer.changeCapacityHref} className={look}>
          {t('changeCapacity')}
        </Link>
      )}
      <a href={viewer.signOutHref} className={look}>
        {t('signOut')}
      </a>
    </div>
  )
}
