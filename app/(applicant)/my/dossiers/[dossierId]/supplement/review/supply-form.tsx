'use client'

import { useActionState, useEffect, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { Notice } from '@/components/ui/notice'
import { SubmitButton } from '@/components/ui/submit-button'
import type { SupplyState } from '../actions'

type Props = { supply: (before: SupplyState) => Promise<SupplyState>; blocked: boolean }

/** The button that sends the answer, and why it was not sent. */
export function SupplyForm({ supply, blocked }: Props) {
  const t = useTranslations('supplement')
  const [state, send] = useActionState(supply, { refusal: null })
  const notice = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (state.refusal) notice.current?.focus()
  }, [state])
  if (blocked) return <p className="self-center font-semibold">{t('review.incomplete')}</p>
  return (
    <form action={send}>
      {state.refusal && (
        <div ref={notice} tabIndex={-1}>
          <Notice tone="danger" role="alert" level={3} title={t('review.refused')}>
            <p>{t(`review.${state.refusal}`)}</p>
          </Notice>
        </div>
      )}
      <SubmitButton pendingLabel={t('review.sending')} className="max-sm:w-full">
        {t('review.send')}
      </SubmitButton>
    </form>
  )
}
