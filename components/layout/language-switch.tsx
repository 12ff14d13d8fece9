'use client'

import { usePathname, useSearchParams } from 'next/navigation'
import type { Locale } from '@/components/messages/locale'

type Props = { to: Locale; label: string; hint: string; className?: string }

/** A plain link, so that it works without JavaScript and is never fetched ahead of the press. */
export function LanguageSwitch({ to, label, hint, className }: Props) {
  const path = usePathname()
  const query = new URLSearchParams(useSearchParams())
  query.delete('lang')
  const back = query.size > 0 ? `${path}?${query}` : path
  return (
    <a
      href={`/language?${new URLSearchParams({ to, back })}`}
      lang={to}
      hrefLang={to}
      rel="nofollow"
      title={hint}
      className={className}
    >
      {label}
    </a>
  )
}
