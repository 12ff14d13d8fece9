'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { requireActor } from '@/app/_server/current-actor'
import { clock } from '@/lib/server/business-clock'
import { isId } from '@/lib/shared/ids'
import { type ChangeRefusal, changeContent } from '@/lib/supplements/change-content'
import { insistsIn } from './insists-in'

const KNOWN = [
  'not-found',
  'incomplete',
  'doubts-unread',
  'nothing-changed',
  'content-moved-on',
  'agency-would-change',
  'fee-would-change',
] as const satisfies readonly ChangeRefusal['code'][]
export type ChangeState = {
  refusal: (typeof KNOWN)[number] | 'too-late' | null
  /** The mark of the points that were ticked off; empty without a tick. */
  insists: string
}

/** Sends the changes: from then on they are the dossier's content. A second press changes nothing. */
export async function sendChange(
  draftId: string,
  _before: ChangeState,
  form: FormData,
): Promise<ChangeState> {
  const actor = await requireActor('applicant', `/my/drafts/${draftId}/review`)
  const insists = insistsIn(form)
  if (!isId(draftId)) return { refusal: 'not-found', insists }
  const sent = await changeContent(actor, { draftId, insists, at: clock.now() })
  if (sent.ok) redirect(`/my/dossiers/${sent.value.dossierId}`)
  refresh()
  return { refusal: KNOWN.find((code) => code === sent.refusal.code) ?? 'too-late', insists }
}
