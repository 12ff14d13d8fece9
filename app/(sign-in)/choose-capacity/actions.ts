'use server'

import { redirect } from 'next/navigation'
import { chooseCapacity } from '@/lib/identity/capacities'
import { clock } from '@/lib/server/business-clock'
import { currentSignedIn } from '../../_server/current-actor'
import { findSafePath, withReturn } from '../../_server/safe-path'
import { destination } from './destination'

/** Takes up the capacity whose button was pressed. */
export async function takeCapacity(form: FormData): Promise<never> {
  const returnTo = findSafePath(form.get('callbackUrl'))
  const signedIn = await currentSignedIn()
  if (!signedIn) redirect(withReturn('/login', returnTo))
  const chosen = await chooseCapacity(signedIn, String(form.get('capacity')), clock.now())
  if (chosen.ok) redirect(destination(chosen.value.kind, returnTo))
  const query = new URLSearchParams({ problem: 'not-held', callbackUrl: returnTo ?? '' })
  return redirect(`/choose-capacity?${query}`)
}
