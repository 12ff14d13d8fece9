'use server'

import { redirect } from 'next/navigation'
import { currentActor, requireActor } from '@/app/_server/current-actor'
import { withReturn } from '@/app/_server/safe-path'
import { startDraft } from '@/lib/drafts/start-draft'
import { listDrafts } from '@/lib/drafts/view-draft'
import { clock } from '@/lib/server/business-clock'

/**
 * The button "Nộp hồ sơ" of a procedure: straight to the questions, unless there is something to
 * settle first (signing in, for whom, a draft that is there already).
 */
export async function apply(form: FormData): Promise<never> {
  const procedureKey = keyIn(form)
  const page = `/my/start/${procedureKey}`
  const actor = await currentActor()
  if (!actor) return redirect(withReturn('/login', page))
  const drafts = await listDrafts(actor, clock.now())
  const isApplicant = actor.capacity.kind !== 'officer'
  if (!isApplicant || drafts.some((draft) => draft.procedureKey === procedureKey)) redirect(page)
  return begin(procedureKey)
}

/** Begins a draft, also beside others of the same procedure. */
export async function beginDraft(form: FormData): Promise<never> {
  return begin(keyIn(form))
}

async function begin(procedureKey: string): Promise<never> {
  const page = `/my/start/${procedureKey}`
  const actor = await requireActor('applicant', page)
  const started = await startDraft(actor, { procedureKey, at: clock.now() })
  // The page says why it cannot be begun.
  return redirect(started.ok ? `/my/drafts/${started.value.draftId}` : page)
}

function keyIn(form: FormData): string {
  const key = String(form.get('procedureKey'))
  return /^[a-z][a-z0-9-]{0,99}$/.test(key) ? key : redirect('/procedures')
}
