'use client'

import { type RefObject, useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { lastContact, noteContact, onContact } from '@/components/form/session-contact'
import { Button } from '@/components/ui/button'

const MINUTE = 60_000
/** A session ends after so long without a request (lib/identity/sessions.ts). */
const IDLE = 15 * MINUTE
const WARN_BEFORE = 2.5 * MINUTE

type Stage = { kind: 'awake' } | { kind: 'warned'; minutes: number } | { kind: 'ended' }

/** Asks, before the session ends, whether the person is still there; says so when it has ended. */
export function SessionWatch() {
  const t = useTranslations('form')
  const [stage, setStage] = useState<Stage>({ kind: 'awake' })
  const [failed, setFailed] = useState(false)
  const dialog = useRef<HTMLDialogElement>(null)
  useCountdown(setStage)
  useOpen(dialog, stage.kind !== 'awake')
  const stay = async () => {
    setFailed(false)
    const answer = await fetch('/api/session').catch(() => undefined)
    if (answer?.ok) noteContact()
    else if (answer?.status === 401) setStage({ kind: 'ended' })
    else setFailed(true)
  }
  return (
    <dialog
      ref={dialog}
      aria-labelledby="session-title"
      onCancel={(event) => {
        event.preventDefault()
        void stay()
      }}
      className="m-auto w-[min(36rem,calc(100vw-2rem))] rounded-md border border-line bg-paper p-6 text-ink shadow-dialog backdrop:bg-office/60"
    >
      <h2 id="session-title">
        {stage.kind === 'ended' ? t('save.signedOutTitle') : t('session.title')}
      </h2>
      <p className="my-4" aria-live="polite">
        {stage.kind === 'warned' && t('session.body', { minutes: stage.minutes })}
        {stage.kind === 'ended' && t('save.signedOutBody')}
      </p>
      {failed && <p className="mb-4 font-semibold text-danger">{t('session.failed')}</p>}
      {stage.kind === 'ended' ? (
        <Button type="button" onClick={signInAgain}>
          {t('save.signIn')}
        </Button>
      ) : (
        <Button type="button" onClick={stay}>
          {t('session.stay')}
        </Button>
      )}
    </dialog>
  )
}

function signInAgain(): void {
  const here = location.pathname + location.search
  location.assign(`/login?${new URLSearchParams({ callbackUrl: here })}`)
}

/** How long it is since the server heard from this person, looked at every few seconds. */
function useCountdown(setStage: (stage: Stage) => void): void {
  useEffect(() => {
    const opened = Date.now()
    noteContact()
    const look = () => {
      const left = IDLE - (Date.now() - lastContact(opened))
      if (left <= 0) setStage({ kind: 'ended' })
      else if (left <= WARN_BEFORE) setStage({ kind: 'warned', minutes: Math.floor(left / MINUTE) })
      else setStage({ kind: 'awake' })
    }
    const timer = setInterval(look, 5000)
    const stop = onContact(look)
    document.addEventListener('visibilitychange', look)
    return () => {
      clearInterval(timer)
      stop()
      document.removeEventListener('visibilitychange', look)
    }
  }, [setStage])
}

function useOpen(dialog: RefObject<HTMLDialogElement | null>, open: boolean): void {
  useEffect(() => {
    if (open) dialog.current?.showModal()
    else dialog.current?.close()
  }, [dialog, open])
}
