'use client'

import { useActionState } from 'react'
import { useTranslations } from 'use-intl'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextInput } from '@/components/ui/text-input'
import type { AddressState } from './actions'

type Send = (before: AddressState, form: FormData) => Promise<AddressState>

const NOTHING_SENT: AddressState = { refusal: null, typed: '' }

/** Where letters are wanted; a code goes there first. */
export function AddressForm({ send, known }: { send: Send; known: string }) {
  const t = useTranslations('notices')
  const [state, act] = useActionState(send, { ...NOTHING_SENT, typed: known })
  return (
    <form action={act} noValidate className="max-w-form space-y-4">
      <TextInput
        key={state.typed}
        id="address"
        name="address"
        type="email"
        autoComplete="email"
        label={t('address.label')}
        hint={t('address.hint')}
        defaultValue={state.typed}
        error={state.refusal ? t(`address.refused.${state.refusal}`) : undefined}
      />
      <SubmitButton variant="secondary" pendingLabel={t('working')}>
        {t('address.send')}
      </SubmitButton>
    </form>
  )
}

/** The code from the letter. */
export function CodeForm({ send, wanted }: { send: Send; wanted: string }) {
  const t = useTranslations('notices')
  const [state, act] = useActionState(send, NOTHING_SENT)
  return (
    <form action={act} noValidate className="mb-6 max-w-form space-y-4">
      <TextInput
        id="code"
        name="code"
        inputMode="numeric"
        autoComplete="one-time-code"
        label={t('address.code')}
        hint={t('address.codeHint', { email: wanted })}
        error={state.refusal ? t(`address.refused.${state.refusal}`) : undefined}
      />
      <SubmitButton pendingLabel={t('working')}>{t('address.confirm')}</SubmitButton>
    </form>
  )
}
