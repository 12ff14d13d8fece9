import { headers } from 'next/headers'
import type { Account, AuthOptions, LoggerInstance, Profile } from 'next-auth'
import credentialsProvider from 'next-auth/providers/credentials'
import type { OAuthConfig } from 'next-auth/providers/oauth'
import { EID_REQUEST, eidClaims } from '@/lib/identity/eid-claims'
import { signInByEid } from '@/lib/identity/eid-sign-in'
import { beginPasswordSession, signInWithPassword } from '@/lib/identity/password-sign-in'
import { SESSION_SECONDS } from '@/lib/identity/sessions'
import { clock } from '@/lib/server/business-clock'
import { env } from '@/lib/server/env'
import { log } from '@/lib/server/log'
import { authCookies } from './auth-cookies'
import { clientAddress } from './client-address'

declare module 'next-auth/jwt' {
  interface JWT {
    /** All that the cookie says: which row of `sessions` to read. */
    sid?: string
  }
}

/** Settings of the sign-in library; see also sign-in-bridge.ts, the only caller beside the callback. */
export function authOptions(): AuthOptions {
  // The library learns its own origin nowhere else, and so never from a request's Host header.
  // biome-ignore lint/style/noProcessEnv: written, not read
  process.env['NEXTAUTH_URL'] = env().PUBLIC_ORIGIN
  return {
    secret: env().AUTH_SECRET,
    session: { strategy: 'jwt', maxAge: SESSION_SECONDS },
    cookies: authCookies,
    pages: { signIn: '/login', error: '/login' },
    providers: [eidProvider(), ...(env().OFFICER_PASSWORD_SIGN_IN ? [officerProvider()] : [])],
    callbacks: {
      jwt: async ({ token, user, account, profile }) => {
        if (!account) return token
        return { sid: await beginSession({ account, profile, personId: user.id }) }
      },
    },
    logger: quietLogger,
  }
}

function eidProvider(): OAuthConfig<Profile> {
  const { EID_ISSUER, EID_CLIENT_ID, EID_CLIENT_SECRET } = env()
  return {
    id: 'eid',
    name: 'e-ID',
    type: 'oauth',
    issuer: EID_ISSUER,
    wellKnown: `${EID_ISSUER}/.well-known/openid-configuration`,
    clientId: EID_CLIENT_ID,
    clientSecret: EID_CLIENT_SECRET,
    idToken: true,
    checks: ['pkce', 'state', 'nonce'],
    authorization: { params: EID_REQUEST },
    httpOptions: { timeout: 10_000 },
    profile: (claims) => ({ id: claims.sub ?? '' }),
  }
}

function officerProvider() {
  return credentialsProvider({
    id: 'officer',
    credentials: { email: {}, password: {}, code: {} },
    authorize: async (form) => {
      const { email = '', password = '', code = '' } = form ?? {}
      const address = await clientAddress()
      const outcome = await signInWithPassword({ email, password, code, address }, new Date())
      // A refusal travels as the error's message; the bridge reads it from the redirect.
      if (!outcome.ok) throw new Error(outcome.refusal.code)
      return { id: outcome.value.personId }
    },
  })
}

type Begin = { account: Account; profile: Profile | undefined; personId: string }

async function beginSession({ account, profile, personId }: Begin): Promise<string> {
  const userAgent = (await headers()).get('user-agent') ?? ''
  const now = new Date()
  if (account.provider !== 'eid') return beginPasswordSession(personId, userAgent, now)
  const claims = eidClaims.parse(profile)
  const arrival = { issuer: env().EID_ISSUER, claims, userAgent }
  return signInByEid(arrival, { now, lawTime: clock.now() })
}

/** The library hands its logger whole tokens and profiles: only the code and the error are kept. */
const quietLogger: Partial<LoggerInstance> = {
  error: (authCode, metadata) => {
    const err = metadata instanceof Error ? metadata : metadata.error
    // A forged or stale answer of the e-ID is no fault of ours, and anybody can send one: no stack.
    const theirs = err.name === 'OAuthCallbackError'
    log.warn(theirs ? { authCode, reason: err.message } : { authCode, err }, 'sign-in did not work')
  },
  warn: (authCode) => log.warn({ authCode }, 'sign-in library'),
  debug: () => undefined,
}
