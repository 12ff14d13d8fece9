'use server'

import { redirect } from 'next/navigation'
import { requireActor } from '@/app/_server/current-actor'
import { restoreDraft } from '@/lib/drafts/restore-draft'
import { clock } from '@/lib/server/business-clock'
import { isId } from '@/lib/shared/ids'

/** Brings an ended draft back and opens it; one that was begun anew meanwhile is opened instead. */
export async function restoreAction(draftId: string): Promise<never> {
  const actor = await requireActor('applicant', '/my')
  if (!isId(draftId)) return redirect('/my/drafts/gone')
  const restored = await restoreDraft(actor, { draftId, at: clock.now() })
  if (restored.ok) return redirect(`/my/drafts/${draftId}`)
  const { refusal } = restored
  return redirect(
    refusal.code === 'draft-begun-anew' ? `/my/drafts/${refusal.draftId}` : '/my/drafts/gone',
  )
}
