'use client'

import { useActionState } from 'react'
import { useTranslations } from 'use-intl'
import { ErrorSummary } from '@/components/ui/error-summary'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextInput } from '@/components/ui/text-input'
import { type PasswordProblem, type PasswordState, signInOfficer } from './actions'

const FIELD_OF: Record<PasswordProblem, 'email' | 'password' | 'code'> = {
  fillEmail: 'email',
  fillPassword: 'password',
  fillCode: 'code',
  wrong: 'email',
  tooMany: 'email',
  passwordOff: 'email',
}

/** E-mail, password and authenticator code in one form; works without JavaScript. */
export function PasswordForm({ returnTo }: { returnTo: string }) {
  const t = useTranslations('signIn')
  const ui = useTranslations('ui')
  const start: PasswordState = { email: '', problems: [] }
  const [state, signIn] = useActionState(signInOfficer, start)
  const problems = state.problems.map((code) => ({ fieldId: FIELD_OF[code], text: t(code) }))
  const errorOf = (field: string) => problems.find(({ fieldId }) => fieldId === field)?.text
  return (
    <form action={signIn} noValidate className="space-y-6">
      <ErrorSummary title={t('problemTitle')} problems={problems} />
      <input type="hidden" name="callbackUrl" value={returnTo} />
      <TextInput
        id="email"
        name="email"
        type="email"
        label={t('email')}
        defaultValue={state.email}
        error={errorOf('email')}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        required
      />
      <TextInput
        id="password"
        name="password"
        type="password"
        label={t('password')}
        error={errorOf('password')}
        autoComplete="current-password"
        required
      />
      <TextInput
        id="code"
        name="code"
        label={t('code')}
        hint={t('codeHint')}
        error={errorOf('code')}
        autoComplete="one-time-code"
        inputMode="numeric"
        length="short"
        required
      />
      <SubmitButton pendingLabel={ui('working')}>{t('passwordAction')}</SubmitButton>
    </form>
  )
}
