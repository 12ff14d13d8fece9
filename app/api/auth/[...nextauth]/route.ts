import { cookies } from 'next/headers'
import type { NextRequest } from 'next/server'
import NextAuth from 'next-auth'
import { returnCookie } from '../../../_server/auth-cookies'
import { authOptions } from '../../../_server/auth-options'
import { findSafePath } from '../../../_server/safe-path'
import { errorOf } from '../../../_server/sign-in-bridge'
import { leaveOldSession } from '../../../_server/sign-out'

type Context = { params: Promise<{ nextauth: string[] }> }

/**
 * The way back from the electronic identity: the only address of next-auth that the world may call.
 * Its other ones (signing in, out, reading the session, writing its log) are closed; the portal's own
 * pages do that work.
 */
export async function GET(request: NextRequest, context: Context): Promise<Response> {
  const { nextauth } = await context.params
  if (nextauth.join('/') !== 'callback/eid') return new Response(null, { status: 404 })
  const said = request.nextUrl.searchParams.get('error')
  if (said) return backToLogin(said === 'access_denied' ? 'cancelled' : 'failed')
  const response: Response = await NextAuth(request, context, authOptions())
  const location = response.headers.get('location') ?? ''
  if (errorOf(location)) return backToLogin('failed')
  await leaveOldSession()
  return response
}

/** Next-auth's own error page bounces once more and would lose the way back. */
async function backToLogin(error: 'cancelled' | 'failed'): Promise<Response> {
  const landing = (await cookies()).get(returnCookie.name)?.value ?? ''
  const returnTo = URL.canParse(landing)
    ? findSafePath(new URL(landing).searchParams.get('callbackUrl'))
    : undefined
  const query = new URLSearchParams({ error, ...(returnTo && { callbackUrl: returnTo }) })
  const headers = { location: `/login?${query}`, 'cache-control': 'no-store' }
  return new Response(null, { status: 303, headers })
}
