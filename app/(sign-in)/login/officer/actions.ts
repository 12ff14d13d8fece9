'use server'

import { redirect } from 'next/navigation'
import { env } from '@/lib/server/env'
import { findSafePath } from '../../../_server/safe-path'
import { errorOf, keepCookies, performAuth } from '../../../_server/sign-in-bridge'
import { leaveOldSession } from '../../../_server/sign-out'
import { findLanding } from '../landing/find-landing'

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
  const { location, setCookies } = await performAuth(['callback', 'officer'], entry)
  const error = errorOf(location)
  if (error) return { email, problems: [error === 'too-many-tries' ? 'tooMany' : 'wrong'] }
  await leaveOldSession()
  await keepCookies(setCookies)
  // The jar now holds the fresh cookie, so this already looks at the new session.
  return redirect(await findLanding(findSafePath(text('callbackUrl'))))
}

function missing({ email, password, code }: Record<'email' | 'password' | 'code', string>) {
  const problems: PasswordProblem[] = []
  if (!/^\S+@\S+$/.test(email)) problems.push('fillEmail')
  if (password === '') problems.push('fillPassword')
  if (!/^\d{6}$/.test(code)) problems.push('fillCode')
  return problems
}
