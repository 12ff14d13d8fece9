'use client'

import { useActionState, useEffect, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { Notice } from '@/components/ui/notice'
import { SubmitButton } from '@/components/ui/submit-button'
import type { ChangeState } from './change-actions'
import { DoubtsTick, type ShownDoubts } from './doubts-tick'

type Props = {
  send: (before: ChangeState, form: FormData) => Promise<ChangeState>
  blocked: boolean
  /** What does not fit the rules and is to be read before sending. */
  doubts: ShownDoubts
}

/** The button that sends the changes, and why they were not sent. */
export function ChangeForm({ send, blocked, doubts }: Props) {
  const t = useTranslations('supplement')
  const [state, act] = useActionState(send, { refusal: null, insists: '' })
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
      {doubts.count > 0 && !blocked && (
        <DoubtsTick
          doubts={doubts}
          insists={state.insists}
          unread={state.refusal === 'doubts-unread'}
          label={t('change.insists', { count: doubts.count })}
        />
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
