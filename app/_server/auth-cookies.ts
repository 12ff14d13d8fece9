import type { CookiesOptions } from 'next-auth'

const QUARTER_HOUR = 15 * 60

/**
 * `__Host-` binds a cookie to exactly this host over a secure channel; browsers take localhost for
 * secure. Lax, for the e-ID sends the person back from another site.
 */
function cookie(name: string, maxAge?: number) {
  const options = { httpOnly: true, sameSite: 'lax', path: '/', secure: true } as const
  return { name: `__Host-${name}`, options: maxAge ? { ...options, maxAge } : options }
}

export const sessionCookie = cookie('session')
export const csrfCookie = cookie('csrf')
export const returnCookie = cookie('return', QUARTER_HOUR)

export const authCookies: Partial<CookiesOptions> = {
  sessionToken: sessionCookie,
  csrfToken: csrfCookie,
  callbackUrl: returnCookie,
  pkceCodeVerifier: cookie('pkce', QUARTER_HOUR),
  state: cookie('state', QUARTER_HOUR),
  nonce: cookie('nonce', QUARTER_HOUR),
}
