'use server'

import { redirect } from 'next/navigation'
import { requireActor } from '@/app/_server/current-actor'
import { discardDraft } from '@/lib/drafts/discard-draft'
import { isId } from '@/lib/shared/ids'

/** Deletes the draft for good; a second press finds nothing left to do. */
export async function discard(draftId: string): Promise<never> {
  const actor = await requireActor('applicant', `/my/drafts/${draftId}`)
  if (isId(draftId)) await discardDraft(actor, draftId)
  return redirect('/my')
}
