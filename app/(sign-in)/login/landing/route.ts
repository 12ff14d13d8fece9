import { findSafePath } from '../../../_server/safe-path'
import { findLanding } from './find-landing'

/** Where every e-ID sign-in ends: it leads on to where the person wanted to be. */
export async function GET(request: Request): Promise<Response> {
  const returnTo = findSafePath(new URL(request.url).searchParams.get('callbackUrl'))
  const headers = { location: await findLanding(returnTo), 'cache-control': 'no-store' }
  return new Response(null, { status: 303, headers })
}
