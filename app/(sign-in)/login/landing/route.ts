import { chooseCapacity, findCapacities, obviousCapacity } from '@/lib/identity/capacities'
import { clock } from '@/lib/server/business-clock'
import { currentSignedIn } from '../../../_server/current-actor'
import { findSafePath, isOfficePath, withReturn } from '../../../_server/safe-path'
import { destination } from '../../choose-capacity/destination'

/** Where every sign-in ends: takes up the capacity if there is nothing to ask, then leads on. */
export async function GET(request: Request): Promise<Response> {
  const returnTo = findSafePath(new URL(request.url).searchParams.get('callbackUrl'))
  const signedIn = await currentSignedIn()
  if (!signedIn) return leadTo(withReturn('/login', returnTo))
  // A link from elsewhere may lead here too: it must not change for whom somebody acts.
  if (signedIn.capacity) return leadTo(destination(signedIn.capacity.kind, returnTo))
  const options = await findCapacities(signedIn, clock.now())
  const obvious = obviousCapacity(options, isOfficePath(returnTo) ? 'office' : 'elsewhere')
  const chosen = obvious && (await chooseCapacity(signedIn, obvious.key, clock.now()))
  if (!chosen?.ok) return leadTo(withReturn('/choose-capacity', returnTo))
  return leadTo(destination(chosen.value.kind, returnTo))
}

function leadTo(location: string): Response {
  return new Response(null, { status: 303, headers: { location, 'cache-control': 'no-store' } })
}
