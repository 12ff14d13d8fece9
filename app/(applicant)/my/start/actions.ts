'use server'

import { redirect } from 'next/navigation'
import { currentActor, requireActor } from '@/app/_server/current-actor'
import { preparedQuery, startAddress } from '@/app/_server/preparation'
import { withReturn } from '@/app/_server/safe-path'
import { findProcedure } from '@/lib/administration/published-procedures'
import { startDraft } from '@/lib/drafts/start-draft'
import { listDrafts } from '@/lib/drafts/view-draft'
import { listEarlier } from '@/lib/reuse/earlier'
import { clock } from '@/lib/server/business-clock'
import { isId } from '@/lib/shared/ids'

/**
 * The button "Nộp hồ sơ" of a procedure: straight to the questions, unless there is something to
 * settle first (signing in, for whom, a draft that is there already, a licence to begin from). Answers to
 * the preparation come along; a draft that is there already keeps its own.
 */
export async function apply(form: FormData): Promise<never> {
  const procedureKey = keyIn(form)
  const page = await startPage(procedureKey, form)
  const actor = await currentActor()
  if (!actor) return redirect(withReturn('/login', page))
  const drafts = await listDrafts(actor, clock.now())
  const isApplicant = actor.capacity.kind !== 'officer'
  if (!isApplicant || drafts.some((draft) => draft.procedureKey === procedureKey)) redirect(page)
  const procedure = await findProcedure(procedureKey)
  if (procedure && (await listEarlier(actor, procedure)).length > 0) redirect(page)
  return begin(procedureKey, form)
}

/** Begins a draft, also beside others of the same procedure. */
export async function beginDraft(form: FormData): Promise<never> {
  return begin(keyIn(form), form)
}

async function begin(procedureKey: string, form: FormData): Promise<never> {
  const page = await startPage(procedureKey, form)
  const actor = await requireActor('applicant', page)
  const given = givenIn(form)
  const from = fromIn(form)
  const started = await startDraft(actor, { procedureKey, given, from, at: clock.now() })
  // The page says why it cannot be begun.
  return redirect(started.ok ? `/my/drafts/${started.value.draftId}` : page)
}

/** Only what the definition knows comes into an address. */
async function startPage(procedureKey: string, form: FormData): Promise<string> {
  const given = await preparedQuery(procedureKey, givenIn(form))
  return startAddress(procedureKey, given)
}

function givenIn(form: FormData): string {
  const given = form.get('given')
  return typeof given === 'string' ? given : ''
}

/** The earlier dossier that was chosen to begin from; none for "begin anew". */
function fromIn(form: FormData): string | undefined {
  const from = form.get('from')
  return typeof from === 'string' && isId(from) ? from : undefined
}

function keyIn(form: FormData): string {
  const key = String(form.get('procedureKey'))
  return /^[a-z][a-z0-9-]{0,99}$/.test(key) ? key : redirect('/procedures')
}
