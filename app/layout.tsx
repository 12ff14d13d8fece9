import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { fontVariables } from './_server/fonts'
import { getLocale, getTranslator } from './_server/translator'
import './globals.css'

export const viewport: Viewport = { width: 'device-width', initialScale: 1, themeColor: '#0a5ea8' }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('layout')
  return {
    title: { default: t('brand'), template: `%s · ${t('brand')}` },
    description: t('description'),
    icons: { icon: '/emblem.svg' },
  }
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang={await getLocale()} className={fontVariables}>
      <body>{children}</body>
    </html>
  )
}
