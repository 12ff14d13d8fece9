import type { ReactNode } from 'react'
import { catalogs, type Namespace } from '@/components/messages/catalog'
import { ClientProvider } from '@/components/messages/client-provider'
import { getLocale } from './translator'

type Props = { namespaces: readonly Namespace[]; children: ReactNode }

/** Sends the named namespaces, and no others, to the client components below. */
export async function ClientMessages({ namespaces, children }: Props) {
  const locale = await getLocale()
  const messages = Object.fromEntries(namespaces.map((name) => [name, catalogs[locale][name]]))
  return (
    <ClientProvider locale={locale} messages={messages}>
      {children}
    </ClientProvider>
  )
}
