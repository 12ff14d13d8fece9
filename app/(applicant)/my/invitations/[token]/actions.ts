'use server'

import { redirect } from 'next/navigation'
import { currentSignedIn } from '@/app/_server/current-actor'
import { withReturn } from '@/app/_server/safe-path'
import { clock } from '@/lib/server/business-clock'
import { acceptInvitation } from '@/lib/workspace/accept-invitation'

/** Takes up the invitation; what keeps it from that is said by the page itself. */
export async function acceptAction(token: string): Promise<never> {
  const path = `/my/invitations/${token}`
  const person = await currentSignedIn()
  if (!person) redirect(withReturn('/login', path))
  const taken = await acceptInvitation(person, { token, at: clock.now() })
  return redirect(taken.ok ? withReturn('/choose-capacity', '/my') : path)
}
