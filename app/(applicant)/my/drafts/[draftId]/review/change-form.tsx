'use client'

import { useActionState, useEffect, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { Notice } from '@/components/ui/notice'
import { SubmitButton } from '@/components/ui/submit-button'
import type { ChangeState } from './change-actions'

type Props = { send: (before: ChangeState) => Promise<ChangeState>; blocked: boolean }

/** The button that sends the changes, and why they were not sent. */
export function ChangeForm({ send, blocked }: Props) {
  const t = useTranslations('supplement')
  const [state, act] = useActionState(send, { refusal: null })
  const notice = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (state.refusal) notice.current?.focus()
  }, [state])
  return (
    <form action={act}>
      {state.refusal && (
        <div ref={notice} tabIndex={-1}>
          <Notice tone="danger" role="alert" level={3} title={t('review.refused')}>
            <p>{t(`change.${state.refusal}`)}</p>
          </Notice>
        </div>
      )}
      {blocked ? (
        <p className="font-semibold">{t('change.incomplete')}</p>
      ) : (
        <SubmitButton pendingLabel={t('change.sending')} className="max-sm:w-full">
          {t('change.send')}
        </SubmitButton>
      )}
    </form>
  )
}
