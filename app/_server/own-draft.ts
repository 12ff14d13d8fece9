import { redirect } from 'next/navigation'
import { cache } from 'react'
import { rulesAt } from '@/lib/casework/form-rules'
import { type OpenedDraft, openDraft } from '@/lib/drafts/follow-definition'
import type { PersonActor } from '@/lib/identity/actor'
import type { FormRules } from '@/lib/procedures/form-rules'
import { clock } from '@/lib/server/business-clock'
import { isId } from '@/lib/shared/ids'
import { requireActor } from './current-actor'

export type OwnDraft = { actor: PersonActor; view: OpenedDraft; rules: FormRules }

/** The applicant's own draft with the rules of today, moved to the version in force when need be; another's is not there, nor a deleted one. */
export const requireOwnDraft = cache(async (draftId: string, path: string): Promise<OwnDraft> => {
  const actor = await requireActor('applicant', path)
  const at = clock.now()
  const view = isId(draftId) ? await openDraft(actor, { draftId, at }) : undefined
  if (!view?.ok) return redirect('/my/drafts/gone')
  return { actor, view: view.value, rules: rulesAt(view.value.procedure, at) }
})
