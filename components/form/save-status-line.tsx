'use client'

import { useSyncExternalStore } from 'react'
import { useTranslations } from 'use-intl'
import type { SaveStatus } from '@/components/form/autosave'
import { useScripted } from '@/components/form/use-scripted'
import { formatTime } from '@/components/format'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'

type Props = { status: SaveStatus; onRetry: () => void }

/** The quiet line that says whether everything is saved; it speaks up only when it is not. */
export function SaveStatusLine({ status, onRetry }: Props) {
  const t = useTranslations('form')
  const online = useOnline()
  const scripted = useScripted()
  if (status.kind === 'failed') {
    return (
      <div role="status" className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Icon name="alert" className="size-5 text-warn" />
        <b className="font-semibold text-warn">{online ? t('save.failed') : t('save.offline')}</b>
        <Button type="button" variant="text" size="slim" onClick={onRetry}>
          {t('save.retry')}
        </Button>
        <span className="w-full text-sm text-soft">{t('save.failedHint')}</span>
      </div>
    )
  }
  const isSaved = status.kind === 'saved'
  return (
    <p role="status" className="flex min-h-7 items-center gap-2 text-sm text-soft">
      {isSaved && <Icon name="check" className="size-4.5 text-ok" />}
      {isSaved && t('save.saved', { time: formatTime(status.at) })}
      {/* Without a script nothing saves itself, and nobody should be told that it does. */}
      {!isSaved && scripted && t(wordsOf(status.kind))}
    </p>
  )
}

function wordsOf(kind: SaveStatus['kind']): 'save.idle' | 'save.waiting' | 'save.saving' {
  if (kind === 'waiting') return 'save.waiting'
  return kind === 'saving' ? 'save.saving' : 'save.idle'
}

const subscribe = (listen: () => void) => {
  window.addEventListener('online', listen)
  window.addEventListener('offline', listen)
  return () => {
    window.removeEventListener('online', listen)
    window.removeEventListener('offline', listen)
  }
}

function useOnline(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => navigator.onLine,
    () => true,
  )
}
