'use client'

import { useActionState, useEffect, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { Notice } from '@/components/ui/notice'
import { SubmitButton } from '@/components/ui/submit-button'
import type { SubmitState } from './actions'
import { DoubtsTick, type ShownDoubts } from './doubts-tick'
import { PlaceFields } from './place-fields'
import type { PlaceOffer } from './place-offer'

type Props = {
  submit: (before: SubmitState, form: FormData) => Promise<SubmitState>
  submitKey: string
  /** What still keeps the dossier from being sent. */
  blocked: boolean
  /** What does not fit the rules and is to be read before sending. */
  doubts: ShownDoubts
  /** Where else it may be filed; null where there is no choice. */
  offer: PlaceOffer | null
}

const NOTHING_SENT: SubmitState = {
  refusal: null,
  reason: null,
  place: { receivingAgencyId: null, supportPlace: '' },
  insists: '',
}

/** The button that files the dossier, and why it was not filed. */
export function SubmitForm({ submit, submitKey, blocked, doubts, offer }: Props) {
  const t = useTranslations('draft')
  const [state, send] = useActionState(submit, NOTHING_SENT)
  const notice = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (state.refusal) notice.current?.focus()
  }, [state])
  return (
    <form action={send}>
      <input type="hidden" name="submitKey" value={submitKey} />
      {offer && !blocked && <PlaceFields offer={offer} chosen={state.place} />}
      {state.refusal && (
        <div ref={notice} tabIndex={-1}>
          <Notice tone="danger" role="alert" level={3} title={t('review.refused.title')}>
            <p>{t(`review.refused.${state.refusal}`, { reason: state.reason ?? '' })}</p>
          </Notice>
        </div>
      )}
      {doubts.count > 0 && !blocked && (
        <DoubtsTick
          doubts={doubts}
          insists={state.insists}
          unread={state.refusal === 'doubts-unread'}
          label={t('review.insists', { count: doubts.count })}
        />
      )}
      {blocked ? (
        <p className="font-semibold">{t('review.submitBlocked')}</p>
      ) : (
        <SubmitButton pendingLabel={t('review.submitting')} className="max-sm:w-full">
          {t('review.submit')}
        </SubmitButton>
      )}
    </form>
  )
}
