import { chooseCapacity, findCapacities, obviousCapacity } from '@/lib/identity/capacities'
import { clock } from '@/lib/server/business-clock'
import { currentSignedIn } from '../../../_server/current-actor'
import { isOfficePath, withReturn } from '../../../_server/safe-path'
import { destination } from '../../choose-capacity/destination'

/** Where a sign-in leads on to, after it took up the capacity if there was nothing to ask. */
export async function findLanding(returnTo: string | undefined): Promise<string> {
  const signedIn = await currentSignedIn()
  if (!signedIn) return withReturn('/login', returnTo)
  // A link from elsewhere may lead here too: it must not change for whom somebody acts.
  if (signedIn.capacity) return destination(signedIn.capacity.kind, returnTo)
  const options = await findCapacities(signedIn, clock.now())
  const obvious = obviousCapacity(options, isOfficePath(returnTo) ? 'office' : 'elsewhere')
  const chosen = obvious && (await chooseCapacity(signedIn, obvious.key, clock.now()))
  if (!chosen?.ok) return withReturn('/choose-capacity', returnTo)
  return destination(chosen.value.kind, returnTo)
}
