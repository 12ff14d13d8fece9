'use client'

import type { ReactNode } from 'react'
import { IntlProvider } from 'use-intl/react'
import type { Catalog } from './catalog'
import type { Locale } from './locale'
import type { MessagesOf } from './messages-of'

declare module 'use-intl/core' {
  interface AppConfig {
    Locale: Locale
    Messages: Catalog
  }
}

type Props = {
  locale: Locale
  messages: Partial<MessagesOf<Catalog>>
  children: ReactNode
}

/** Gives `useTranslations` its words; rendered by `ClientMessages` (app/_server). */
export function ClientProvider({ locale, messages, children }: Props) {
  return (
    <IntlProvider locale={locale} messages={messages as Catalog} timeZone="Asia/Ho_Chi_Minh">
      {children}
    </IntlProvider>
  )
}
