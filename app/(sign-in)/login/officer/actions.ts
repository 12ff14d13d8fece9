'use server'

import { redirect } from 'next/navigation'
import { env } from '@/lib/server/env'
import { findSafePath, withReturn } from '../../../_server/safe-path'
import { errorOf, keepCookies, performAuth } from '../../../_server/sign-in-bridge'
import { leaveOldSession } from '../../../_server/sign-out'

export type PasswordProblem =
  | 'fillEmail'
  | 'fillPassword'
  | 'fillCode'
  | 'wrong'
  | 'tooMany'
  | 'passwordOff'
/** The e-mail address comes back to the form; password and code never do. */
export type PasswordState = { email: string; problems: PasswordProblem[] }

/** Signs an officer in by password and authenticator code. */
export async function signInOfficer(
  _before: PasswordState,
  form: FormData,
): Promise<PasswordState> {
  const text = (name: string) => String(form.get(name) ?? '').slice(0, 1000)
  const email = text('email').trim()
  if (!env().OFFICER_PASSWORD_SIGN_IN) return { email, problems: ['passwordOff'] }
  const entry = { email, password: text('password'), code: text('code').replace(/\s/g, '') }
  const problems = missing(entry)
  if (problems.length > 0) return { email, problems }
  const landing = withReturn('/login/landing', findSafePath(text('callbackUrl')))
  const { location, setCookies } = await performAuth(['callback', 'officer'], {
    ...entry,
    callbackUrl: landing,
  })
  const error = errorOf(location)
  if (error) return { email, problems: [error === 'too-many-tries' ? 'tooMany' : 'wrong'] }
  await leaveOldSession()
  await keepCookies(setCookies)
  return redirect(landing)
}

function missing({ email, password, code }: Record<'email' | 'password' | 'code', string>) {
  const problems: PasswordProblem[] = []
  if (!/^\S+@\S+$/.test(email)) problems.push('fillEmail')
  if (password === '') problems.push('fillPassword')
  if (!/^\d{6}$/.test(code)) problems.push('fillCode')
  return problems
}
