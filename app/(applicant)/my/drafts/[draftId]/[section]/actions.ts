'use server'

import { redirect } from 'next/navigation'
import { requireActor } from '@/app/_server/current-actor'
import { isDraftId } from '@/app/_server/own-draft'
import { saveAndLookAhead } from '@/app/_server/section-saving'
import { readAsk, type SectionAsk, type SectionState } from '@/components/form/section-state'
import { entriesToSave, rowsAfter, rowsWithProblems } from '@/components/form/section-turn'
import { type Entry, groupEntries, textEntries } from '@/components/form/typed'
import type { SaveRefusal } from '@/lib/drafts/save-section'
import { fieldOfPath } from '@/lib/procedures/answer-path'
import type { ParsedSection } from '@/lib/procedures/parse-form'

type Place = { draftId: string; sectionKey: string }

/** Saves a section sent as a whole form, then does what its button asks for. Works without a script. */
export async function sendSection(
  place: Place,
  before: SectionState,
  form: FormData,
): Promise<SectionState> {
  const { draftId, sectionKey } = place
  const home = `/my/drafts/${draftId}`
  const actor = await requireActor('applicant', `${home}/${sectionKey}`)
  if (!isDraftId(draftId)) redirect('/my')
  const entries = textEntries(form)
  const ask = readAsk(form)
  const saved = await saveAndLookAhead(actor, {
    draftId,
    sectionKey,
    entries: entriesToSave(entries, ask),
    expectedVersion: Number(form.get('_version')) || before.version,
  })
  if (!saved.ok) return afterRefusal(saved.refusal, { before, entries })
  const { version, parsed, next } = saved.value
  if (ask.kind === 'later') redirect(home)
  if (ask.kind !== 'continue') return afterTurn(ask, { version, parsed, entries, form })
  const state = afterContinue({ version, parsed, form })
  return state.problems.length === 0 && state.outcome !== 'more-questions' ? redirect(next) : state
}

type Sent = { version: number; parsed: ParsedSection; form: FormData }

/** Stays on the page: a row was opened, added or removed, or the communes were asked for. */
function afterTurn(ask: SectionAsk, sent: Sent & { entries: Entry[] }): SectionState {
  const { version, parsed, entries, form } = sent
  const open = form.getAll('_opened').map(String)
  const rows = rowsAfter(ask, { entries, open }, parsed.typed)
  return { ...rows, version, typed: parsed.typed, problems: [], outcome: 'saved' }
}

/** What has to be put right before going on. Questions that were not on the page yet are no mistakes. */
function afterContinue({ version, parsed, form }: Sent): SectionState {
  const shown = String(form.get('_shown') ?? '').split(' ')
  const problems = parsed.obstacles.filter(({ path }) => shown.includes(fieldOfPath(path)))
  const more = problems.length < parsed.obstacles.length
  const outcome = problems.length === 0 && more ? 'more-questions' : 'problems'
  const open = rowsWithProblems(problems)
  return { version, typed: parsed.typed, problems, open, blank: [], outcome }
}

function afterRefusal(
  refusal: SaveRefusal,
  { before, entries }: { before: SectionState; entries: Entry[] },
): SectionState {
  const kept: SectionState = { ...before, typed: groupEntries(entries), problems: [] }
  switch (refusal.code) {
    case 'draft-changed-elsewhere':
      return { ...kept, version: refusal.version, outcome: 'changed-elsewhere' }
    case 'draft-submitted':
      return { ...kept, outcome: 'submitted', dossierId: refusal.dossierId }
    case 'not-found':
    case 'section-not-found':
      return redirect('/my')
  }
}
