'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { requireOfficer } from '@/app/_server/office-actor'
import { markOfficeRead } from '@/lib/notifications/office-inbox'

const PAGE = '/office/inbox'

/** All lines of the present agency count as seen. */
export async function markAllReadAction(): Promise<never> {
  const { personId, capacity } = await requireOfficer(PAGE)
  await markOfficeRead({ personId, agencyId: capacity.agencyId }, null)
  revalidatePath(PAGE)
  return redirect(PAGE)
}
