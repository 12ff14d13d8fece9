'use server'

import { redirect } from 'next/navigation'
import { requireActor } from '@/app/_server/current-actor'
import { isDraftId } from '@/app/_server/own-draft'
import { discardDraft } from '@/lib/drafts/discard-draft'

/** Deletes the draft for good; a second press finds nothing left to do. */
export async function discard(draftId: string): Promise<never> {
  const actor = await requireActor('applicant', `/my/drafts/${draftId}`)
  if (isDraftId(draftId)) await discardDraft(actor, draftId)
  return redirect('/my')
}
