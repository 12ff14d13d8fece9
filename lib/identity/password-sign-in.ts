import { db } from '@/db/client'
import { type CredentialRow, findCredential, spendTotpStep } from '@/db/queries/credentials'
import { hashOfNobody, verifyPassword } from '@/lib/identity/credentials'
import { openSession } from '@/lib/identity/sessions'
import { forgiveTries, takeSignInTry } from '@/lib/identity/sign-in-limits'
import { findTotpStep, newTotpSecret } from '@/lib/identity/totp'
import { open, seal } from '@/lib/server/sealed'
import { accept, type Result, refuse } from '@/lib/shared/result'

export type PasswordSignIn = {
  email: string
  password: string
  /** Six digits of the authenticator app. */
  code: string
  /** Network address of the caller. */
  address: string
}

/** One word for everything that may be wrong: which part it was is nobody's business. */
export type SignInRefusal =
  | { code: 'sign-in-wrong' }
  | { code: 'too-many-tries'; retryAfterSeconds: number }

const LONGEST_PASSWORD = 256
let sealedForNobody: string | undefined

/**
 * An officer signs in by e-mail address, password and authenticator code, each code once. An unknown
 * account goes the same way at the same cost. `at` is real time.
 */
export async function signInWithPassword(
  attempt: PasswordSignIn,
  at: Date,
): Promise<Result<{ personId: string }, SignInRefusal>> {
  const email = attempt.email.trim().toLowerCase()
  const limit = await takeSignInTry(email, attempt.address)
  if (!limit.allowed) {
    return refuse({ code: 'too-many-tries', retryAfterSeconds: limit.retryAfterSeconds })
  }
  const credential = await findCredential(db, email)
  const step = await provenStep(credential, attempt, at)
  if (!credential || step === undefined || !(await spendTotpStep(db, credential.id, step))) {
    return refuse({ code: 'sign-in-wrong' })
  }
  await forgiveTries(email, attempt.address)
  return accept({ personId: credential.personId })
}

/** Opens the session of an officer who signed in by password and code. @returns its id */
export function beginPasswordSession(
  personId: string,
  userAgent: string,
  now: Date,
): Promise<string> {
  const opening = { personId, signIn: 'password-otp', assurance: null, userAgent } as const
  return openSession(db, opening, now)
}

/** The authenticator's step, if password and code are right; every part is always computed. */
async function provenStep(
  credential: CredentialRow | undefined,
  { password, code }: PasswordSignIn,
  at: Date,
): Promise<number | undefined> {
  sealedForNobody ??= seal(newTotpSecret())
  const fits = password.length <= LONGEST_PASSWORD
  const right = await verifyPassword(fits ? password : '', credential?.passwordHash ?? hashOfNobody)
  const step = findTotpStep(open(credential?.totpSecretSealed ?? sealedForNobody), code.trim(), at)
  return credential && fits && right ? step : undefined
}
