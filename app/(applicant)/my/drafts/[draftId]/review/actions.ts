'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { requireActor } from '@/app/_server/current-actor'
import type { WantedPlace } from '@/lib/drafts/place-of-filing'
import { type SubmitRefusal, submitDossier } from '@/lib/drafts/submit-dossier'
import { clock } from '@/lib/server/business-clock'
import { isId } from '@/lib/shared/ids'
import { insistsIn } from './insists-in'
import { placeIn } from './place-in'

export type SubmitState = {
  refusal: SubmitRefusal['code'] | null
  reason: string | null
  /** Where to file, as it was chosen. */
  place: WantedPlace
  /** The mark of the points that were ticked off; empty without a tick. */
  insists: string
}

/** Files the draft. The page's key makes a second click, a reload and a retry one and the same filing. */
export async function submit(
  draftId: string,
  _before: SubmitState,
  form: FormData,
): Promise<SubmitState> {
  const home = `/my/drafts/${draftId}`
  const actor = await requireActor('applicant', `${home}/review`)
  const key = String(form.get('submitKey'))
  const place = placeIn(form)
  const insists = insistsIn(form)
  if (!isId(draftId) || !isId(key)) return { refusal: 'not-found', reason: null, place, insists }
  const filed = await submitDossier({ actor, draftId, key, place, insists, at: clock.now() })
  if (filed.ok) redirect(`/my/dossiers/${filed.value.dossierId}/payment`)
  // The page above the button says what is missing now.
  refresh()
  const { refusal } = filed
  const reason = 'reason' in refusal ? refusal.reason : null
  return { refusal: refusal.code, reason, place, insists }
}
