'use server'

import { redirect } from 'next/navigation'
import { requireActor } from '@/app/_server/current-actor'
import { takeFromStore } from '@/lib/drafts/paper-choices'
import { clock } from '@/lib/server/business-clock'

type Place = { draftId: string; slotKey: string; sectionKey: string }

/** Puts the chosen paper into its place and goes back there; what cannot be taken is said on this page. */
export async function take(place: Place, form: FormData): Promise<never> {
  const { draftId, slotKey, sectionKey } = place
  const page = `/my/drafts/${draftId}/papers/${slotKey}`
  const actor = await requireActor('applicant', page)
  const item = form.get('item')
  if (typeof item !== 'string') return redirect(`${page}?refused=nothing-chosen`)
  const taken = await takeFromStore(actor, { draftId, slotKey, item, at: clock.now() })
  if (!taken.ok) return redirect(`${page}?refused=${taken.refusal.code}`)
  return redirect(`/my/drafts/${draftId}/${sectionKey}#paper-${slotKey}`)
}
