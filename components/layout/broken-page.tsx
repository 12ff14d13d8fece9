'use client'

import { useSyncExternalStore } from 'react'
import { errors as en } from '@/components/messages/en/errors'
import { findLocale } from '@/components/messages/locale'
import { errors as vi } from '@/components/messages/vi/errors'
import { Button } from '@/components/ui/button'

export type BrokenPageProps = { error: Error & { digest?: string }; reset: () => void }

const never = () => () => {}

/**
 * Stands in for a page that failed. It asks nothing of the server, which is what failed: the few
 * words of both languages come with it, and the page's own language says which.
 */
export function BrokenPage({ error, reset }: BrokenPageProps) {
  const lang = useSyncExternalStore(
    never,
    () => document.documentElement.lang,
    () => 'vi',
  )
  const words = findLocale(lang) === 'en' ? en : vi
  return (
    <main id="main" className="wrap py-12">
      <h1>{words.brokenTitle}</h1>
      <p className="mt-3 max-w-read text-lg">{words.brokenBody}</p>
      {error.digest && (
        <p className="mt-3 text-soft">{words.brokenReference.replace('{digest}', error.digest)}</p>
      )}
      <div className="mt-6 flex flex-wrap items-center gap-4">
        <Button type="button" onClick={reset}>
          {words.retry}
        </Button>
        <a href="/" className="py-2">
          {words.notFoundHome}
        </a>
      </div>
    </main>
  )
}
