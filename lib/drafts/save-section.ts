import { inTransaction } from '@/db/client'
import { getDefinition } from '@/db/queries/definitions'
import { changeDraft, type DraftRow, findOwnDraftForUpdate } from '@/db/queries/drafts'
import { getProcedureBody } from '@/lib/casework/definitions'
import { draftOwner } from '@/lib/casework/draft-owner'
import { rulesAt } from '@/lib/casework/form-rules'
import { givenSections } from '@/lib/casework/given-sections'
import { openAnswers, sealAnswers } from '@/lib/casework/sealed-answers'
import type { Actor } from '@/lib/identity/actor'
import {
  type FormEntries,
  mergeSection,
  type ParsedSection,
  parseSection,
} from '@/lib/procedures/parse-form'
import { accept, type Result, refuse } from '@/lib/shared/result'

export type SectionSaving = {
  draftId: string
  sectionKey: string
  entries: FormEntries
  /** The version the page was made from; another one means another tab or colleague wrote. */
  expectedVersion?: number | undefined
  at: Date
}
export type SavedSection = { version: number; parsed: ParsedSection }
export type SaveRefusal =
  | { code: 'not-found' }
  | { code: 'section-not-found' }
  | { code: 'draft-submitted'; dossierId: string }
  | { code: 'draft-changed-elsewhere'; version: number }

/**
 * Saves what was typed into one section, right or not yet right: a draft with mistakes is worth keeping.
 * What could not be read comes back in `parsed` with its text, so that nothing typed is lost.
 */
export function saveSection(
  actor: Actor,
  saving: SectionSaving,
): Promise<Result<SavedSection, SaveRefusal>> {
  return inTransaction(async (tx): Promise<Result<SavedSection, SaveRefusal>> => {
    const owner = draftOwner(actor, 'write-drafts')
    const draft = owner && (await findOwnDraftForUpdate(tx, owner, saving.draftId))
    if (!draft) return refuse({ code: 'not-found' })
    const stale = whyNot(draft, saving)
    if (stale) return refuse(stale)
    const procedure = getProcedureBody(await getDefinition(tx, draft.procedureVersionId))
    const { sectionKey: section, entries, at } = saving
    const given = await givenSections(tx, owner, draft.id)
    if (
      !procedure.sections.some(({ key }) => key === section) ||
      given?.includes(section) === false
    )
      return refuse({ code: 'section-not-found' })
    const rules = rulesAt(procedure, at)
    const before = openAnswers(procedure, draft.answers)
    const parsed = parseSection(rules, section, { entries, before })
    const after = mergeSection(rules, before, { section, answers: parsed.answers })
    const version = await changeDraft(tx, draft.id, {
      answers: sealAnswers(procedure, after),
      doneSections: [...new Set([...draft.doneSections, section])],
      updatedAt: at,
    })
    return accept({ version, parsed })
  })
}

function whyNot(draft: DraftRow, { expectedVersion }: SectionSaving): SaveRefusal | undefined {
  if (draft.submittedDossierId)
    return { code: 'draft-submitted', dossierId: draft.submittedDossierId }
  if (expectedVersion !== undefined && expectedVersion !== draft.version)
    return { code: 'draft-changed-elsewhere', version: draft.version }
  return undefined
}
