import { shownClashes } from '@/app/_server/shown-clashes'
import type { ShownClash } from '@/components/form/clash'
import { rulesAt } from '@/lib/casework/form-rules'
import {
  type SavedSection,
  type SaveRefusal,
  type SectionSaving,
  saveSection,
} from '@/lib/drafts/save-section'
import { viewDraft } from '@/lib/drafts/view-draft'
import type { PersonActor } from '@/lib/identity/actor'
import { visibleSections } from '@/lib/procedures/visible'
import { clock } from '@/lib/server/business-clock'
import { accept, type Result } from '@/lib/shared/result'

type Saved = SavedSection & {
  /** Where others wrote something else, in words. */
  clashes: ShownClash[]
  /** The section after this one, or the check before sending. */
  next: string
}

/** Saves a section and says where its writer goes on. */
export async function saveAndLookAhead(
  actor: PersonActor,
  saving: Omit<SectionSaving, 'at'>,
): Promise<Result<Saved, SaveRefusal>> {
  const at = clock.now()
  const saved = await saveSection(actor, { ...saving, at })
  if (!saved.ok) return saved
  const view = await viewDraft(actor, saving.draftId)
  if (!view.ok) return view
  const { procedure, answers } = view.value
  const sections = visibleSections(procedure, answers, rulesAt(procedure, at).facts)
  const here = sections.findIndex(({ key }) => key === saving.sectionKey)
  const { given } = view.value
  const after = sections.slice(here + 1).find(({ key }) => given?.includes(key) ?? true)
  const home = `/my/drafts/${saving.draftId}`
  // Whoever was given a few sections goes from the last of them to where it is said to be done.
  const end = given === null ? `${home}/review` : `${home}/team/${saving.sectionKey}`
  const clashes = await shownClashes(saved.value.section, saved.value)
  return accept({ ...saved.value, clashes, next: after ? `${home}/${after.key}` : end })
}
