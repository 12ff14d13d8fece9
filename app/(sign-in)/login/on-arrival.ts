import { redirect } from 'next/navigation'
import { currentSignedIn } from '../../_server/current-actor'
import { findSafePath, withReturn } from '../../_server/safe-path'
import { homeOf } from '../../_server/viewer'

/** Sends on whoever is signed in already; the others get the way back, if it is one. */
export async function readReturnPath(query: URLSearchParams): Promise<string | undefined> {
  const returnTo = findSafePath(query.get('callbackUrl'))
  const signedIn = await currentSignedIn()
  if (!signedIn) return returnTo
  if (!signedIn.capacity) redirect(withReturn('/login/landing', returnTo))
  return redirect(returnTo ?? homeOf(signedIn.capacity.kind))
}
