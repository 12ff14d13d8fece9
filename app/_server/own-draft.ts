import { redirect } from 'next/navigation'
import { cache } from 'react'
import { rulesAt } from '@/lib/casework/form-rules'
import { type OpenedDraft, openDraft } from '@/lib/drafts/follow-definition'
import type { PersonActor } from '@/lib/identity/actor'
import type { FormRules } from '@/lib/procedures/form-rules'
import { clock } from '@/lib/server/business-clock'
import { requireActor } from './current-actor'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

export type OwnDraft = { actor: PersonActor; view: OpenedDraft; rules: FormRules }

/** The applicant's own draft with the rules of today, moved to the version in force when need be; another's is not there, nor a deleted one. */
export const requireOwnDraft = cache(async (draftId: string, path: string): Promise<OwnDraft> => {
  const actor = await requireActor('applicant', path)
  const at = clock.now()
  const view = isDraftId(draftId) ? await openDraft(actor, { draftId, at }) : undefined
  if (!view?.ok) return redirect('/my/drafts/gone')
  return { actor, view: view.value, rules: rulesAt(view.value.procedure, at) }
})

/** Addresses are typed by people: what is no id is asked nowhere. */
export function isDraftId(value: string): boolean {
  return UUID.test(value)
}
