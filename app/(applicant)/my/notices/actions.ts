'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { requireActor } from '@/app/_server/current-actor'
import { markRead } from '@/lib/notifications/inbox'

const PAGE = '/my/notices'

/** All notices of this person count as seen. */
export async function markAllReadAction(): Promise<never> {
  const { personId } = await requireActor('applicant', PAGE)
  await markRead(personId)
  revalidatePath(PAGE)
  return redirect(PAGE)
}
