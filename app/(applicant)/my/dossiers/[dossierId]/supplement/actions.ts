'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { requireActor } from '@/app/_server/current-actor'
import { readAsk, type SectionState } from '@/components/form/section-state'
import { entriesToSave, rowsAfter, rowsWithProblems } from '@/components/form/section-turn'
import { groupEntries, textEntries } from '@/components/form/typed'
import { fieldOfPath } from '@/lib/procedures/answer-path'
import type { ParsedSection } from '@/lib/procedures/parse-form'
import { clock } from '@/lib/server/business-clock'
import { type SaveAnswerRefusal, saveAnswer } from '@/lib/supplements/save-answer'
import { supplySupplement } from '@/lib/supplements/supply-supplement'

/** Saves the answer sent as a whole form, then does what its button asks for. Works without a script. */
export async function sendAnswer(
  dossierId: string,
  before: SectionState,
  form: FormData,
): Promise<SectionState> {
  const home = `/my/dossiers/${dossierId}`
  const actor = await requireActor('applicant', `${home}/supplement`)
  const entries = textEntries(form)
  const ask = readAsk(form)
  const saved = await saveAnswer(actor, {
    dossierId,
    entries: entriesToSave(entries, ask),
    expectedVersion: Number(form.get('_version')) || before.version,
    at: clock.now(),
  })
  if (!saved.ok) return afterRefusal(saved.refusal, { before, form, dossierId })
  const { version, parsed } = saved.value
  if (ask.kind === 'later') redirect(home)
  if (ask.kind !== 'continue') {
    const open = form.getAll('_opened').map(String)
    const rows = rowsAfter(ask, { entries, open }, parsed.typed)
    return { ...rows, version, typed: parsed.typed, problems: [], outcome: 'saved' }
  }
  const state = afterContinue(version, parsed, form)
  const done = state.problems.length === 0 && state.outcome !== 'more-questions'
  return done ? redirect(`${home}/supplement/review`) : state
}

export type SupplyState = { refusal: 'incomplete' | 'gone' | null }

/** Sends the answer for good. A second press finds it sent and leads to the dossier. */
export async function supply(dossierId: string, _before: SupplyState): Promise<SupplyState> {
  const home = `/my/dossiers/${dossierId}`
  const actor = await requireActor('applicant', `${home}/supplement/review`)
  const sent = await supplySupplement(actor, { dossierId, at: clock.now() })
  if (sent.ok || sent.refusal.code === 'no-open-supplement') redirect(home)
  refresh()
  return { refusal: sent.refusal.code === 'incomplete' ? 'incomplete' : 'gone' }
}

function afterContinue(version: number, parsed: ParsedSection, form: FormData): SectionState {
  const shown = String(form.get('_shown') ?? '').split(' ')
  const problems = parsed.obstacles.filter(({ path }) => shown.includes(fieldOfPath(path)))
  const more = problems.length < parsed.obstacles.length
  const outcome = problems.length === 0 && more ? 'more-questions' : 'problems'
  const open = rowsWithProblems(problems)
  return { version, typed: parsed.typed, problems, open, blank: [], outcome }
}

type Sent = { before: SectionState; form: FormData; dossierId: string }

function afterRefusal(refusal: SaveAnswerRefusal, { before, form, dossierId }: Sent): SectionState {
  const kept = { ...before, typed: groupEntries(textEntries(form)), problems: [] }
  switch (refusal.code) {
    case 'changed-elsewhere':
      return { ...kept, version: refusal.version, outcome: 'changed-elsewhere' }
    case 'no-open-supplement':
      return { ...kept, outcome: 'submitted', dossierId }
    case 'closed-item':
      return redirect(`/my/dossiers/${dossierId}/supplement?closed=1`)
    case 'not-found':
      return redirect('/my')
  }
}
