import { findSafePath, withReturn } from '../../../_server/safe-path'
import { errorOf, performAuth } from '../../../_server/sign-in-bridge'

/**
 * Sends the person to the electronic identity. A plain link, so that it works without JavaScript and
 * no form leaves the portal (form-action 'self').
 */
export async function GET(request: Request): Promise<Response> {
  const returnTo = findSafePath(new URL(request.url).searchParams.get('callbackUrl'))
  const callbackUrl = withReturn('/login/landing', returnTo)
  const { location, setCookies } = await performAuth(['signin', 'eid'], { callbackUrl })
  const headers = new Headers({ 'cache-control': 'no-store' })
  if (errorOf(location)) {
    const query = new URLSearchParams({ error: 'unreachable', callbackUrl: returnTo ?? '/' })
    headers.set('location', `/login?${query}`)
  } else {
    headers.set('location', location)
    for (const line of setCookies) headers.append('set-cookie', line)
  }
  return new Response(null, { status: 303, headers })
}
