'use server'

import { redirect } from 'next/navigation'
import { requireActor } from '@/app/_server/current-actor'
import { saveAndLookAhead } from '@/app/_server/section-saving'
import { readBases, type ShownClash } from '@/components/form/clash'
import { readAsk, type SectionAsk, type SectionState } from '@/components/form/section-state'
import { entriesToSave, rowsAfter, rowsWithProblems } from '@/components/form/section-turn'
import {
  type Entry,
  groupEntries,
  type Typed,
  textEntries,
  typedAnswers,
  withTyped,
} from '@/components/form/typed'
import type { SavedSection, SaveRefusal } from '@/lib/drafts/save-section'
import { fieldOfPath } from '@/lib/procedures/answer-path'
import { isId } from '@/lib/shared/ids'

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
  if (!isId(draftId)) redirect('/my')
  const entries = textEntries(form)
  const ask = readAsk(form)
  const saved = await saveAndLookAhead(actor, {
    draftId,
    sectionKey,
    entries: entriesToSave(entries, ask),
    expectedVersion: Number(form.get('_version')) || before.version,
    bases: readBases(form.getAll('_base').map(String)),
    choices: ask.kind === 'mine' || ask.kind === 'theirs' ? { [ask.path]: ask.kind } : {},
  })
  if (!saved.ok) return afterRefusal(saved.refusal, { before, entries })
  const { next, clashes } = saved.value
  if (ask.kind === 'later') redirect(home)
  const sent = { ...saved.value, typed: typedAfter(saved.value), form }
  if (ask.kind !== 'continue') return afterTurn(ask, { ...sent, entries })
  const state = afterContinue(sent)
  const isDone = state.problems.length === 0 && state.outcome !== 'more-questions'
  return isDone && conflictsOf(clashes).length === 0 ? redirect(next) : state
}

type Sent = Pick<SavedSection, 'version' | 'parsed'> & {
  typed: Typed
  clashes: ShownClash[]
  form: FormData
}

/** What others alone changed is on the page that comes back; so only a conflict needs to be told there. */
function conflictsOf(clashes: readonly ShownClash[]): ShownClash[] {
  return clashes.filter(({ kind }) => kind === 'conflict')
}

/** The boxes as they were sent, with what others changed meanwhile. */
function typedAfter({ section, content, parsed, others }: SavedSection): Typed {
  const stored = typedAnswers(section, content.answers, content.unread)
  const places = others.map(({ part }) => part)
  return withTyped(parsed.typed, places, stored)
}

/** Stays on the page: a row was opened, added or removed, or the communes were asked for. */
function afterTurn(ask: SectionAsk, sent: Sent & { entries: Entry[] }): SectionState {
  const { version, typed, clashes, entries, form } = sent
  const open = form.getAll('_opened').map(String)
  const rows = rowsAfter(ask, { entries, open }, typed)
  return { ...rows, version, typed, clashes: conflictsOf(clashes), problems: [], outcome: 'saved' }
}

/** What has to be put right before going on. Questions that were not on the page yet are no mistakes. */
function afterContinue({ version, parsed, typed, clashes, form }: Sent): SectionState {
  const shown = String(form.get('_shown') ?? '').split(' ')
  const problems = parsed.obstacles.filter(({ path }) => shown.includes(fieldOfPath(path)))
  const more = problems.length < parsed.obstacles.length
  const outcome = problems.length === 0 && more ? 'more-questions' : 'problems'
  const open = rowsWithProblems(problems)
  return { version, typed, clashes: conflictsOf(clashes), problems, open, blank: [], outcome }
}

function afterRefusal(
  refusal: SaveRefusal,
  { before, entries }: { before: SectionState; entries: Entry[] },
): SectionState {
  const kept: SectionState = { ...before, typed: groupEntries(entries), problems: [] }
  switch (refusal.code) {
    case 'draft-submitted':
      return { ...kept, outcome: 'submitted', dossierId: refusal.dossierId }
    case 'not-found':
    case 'section-not-found':
      return redirect('/my')
  }
}
