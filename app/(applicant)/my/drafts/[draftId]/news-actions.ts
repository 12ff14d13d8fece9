'use server'

import { redirect } from 'next/navigation'
import { requireActor } from '@/app/_server/current-actor'
import {
  dropLeft as dropLeftOf,
  noteNewsRead as noteNewsReadOf,
} from '@/lib/drafts/follow-definition'
import { isId } from '@/lib/shared/ids'

/** The owner has read what changed in the form. */
export async function noteNewsRead(draftId: string): Promise<never> {
  return act(draftId, noteNewsReadOf)
}

/** The owner lets go of what the form has no place for any more. */
export async function dropLeft(draftId: string): Promise<never> {
  return act(draftId, dropLeftOf)
}

async function act(draftId: string, change: typeof dropLeftOf): Promise<never> {
  const home = `/my/drafts/${draftId}`
  const actor = await requireActor('applicant', home)
  if (isId(draftId)) await change(actor, { draftId })
  return redirect(home)
}
