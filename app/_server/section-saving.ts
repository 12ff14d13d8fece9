import { rulesAt } from '@/lib/casework/form-rules'
import { type SaveRefusal, type SectionSaving, saveSection } from '@/lib/drafts/save-section'
import { viewDraft } from '@/lib/drafts/view-draft'
import type { PersonActor } from '@/lib/identity/actor'
import type { ParsedSection } from '@/lib/procedures/parse-form'
import { visibleSections } from '@/lib/procedures/visible'
import { clock } from '@/lib/server/business-clock'
import { accept, type Result } from '@/lib/shared/result'

type Saved = {
  version: number
  parsed: ParsedSection
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
  const next = sections[here + 1]?.key ?? 'review'
  return accept({ ...saved.value, next: `/my/drafts/${saving.draftId}/${next}` })
}
