'use server'

import { redirect } from 'next/navigation'
import { unsubscribe } from '@/lib/notifications/preferences'

/** Leaves the group of letters that the link names. */
export async function leaveAction(token: string): Promise<never> {
  const left = await unsubscribe(token, new Date())
  return redirect(`/unsubscribe/${encodeURIComponent(token)}${left.ok ? '?done=1' : ''}`)
}
