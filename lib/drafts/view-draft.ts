import { db } from '@/db/client'
import { type DraftRow, findOpenDrafts, findOwnDraft } from '@/db/queries/drafts'
import { type AttachedPaper, findDraftPapers } from '@/db/queries/files'
import { procedureOfVersion } from '@/lib/casework/definitions'
import { draftOwner } from '@/lib/casework/draft-owner'
import { givenSections } from '@/lib/casework/given-sections'
import { type Age, ageOf } from '@/lib/drafts/draft-age'
import { openWritten, type Written } from '@/lib/drafts/draft-content'
import type { Actor } from '@/lib/identity/actor'
import type { Answers } from '@/lib/procedures/answers'
import type { Procedure } from '@/lib/procedures/procedure'
import { accept, type Result, refuse } from '@/lib/shared/result'

export type DraftView = {
  draft: DraftRow
  procedure: Procedure
  answers: Answers
  /** The answers with all that is none yet: text with mistakes, what is undecided. */
  written: Written
  papers: AttachedPaper[]
  /** Keys of the sections that are open to the actor; null is all of them. */
  given: readonly string[] | null
}

/**
 * A draft with its procedure, its answers and the papers attached so far. Whoever was given a few sections
 * only gets all of it, since one section asks what another says: a page shows them no more than `given`.
 */
export async function viewDraft(
  actor: Actor,
  draftId: string,
): Promise<Result<DraftView, { code: 'not-found' }>> {
  const owner = draftOwner(actor, 'view-drafts')
  const draft = owner && (await findOwnDraft(db, owner, draftId))
  if (!draft) return refuse({ code: 'not-found' })
  const procedure = await procedureOfVersion(db, draft.procedureVersionId)
  const written = openWritten(procedure, draft)
  return accept({
    draft,
    procedure,
    answers: written.answers,
    written,
    papers: await findDraftPapers(db, draft.id),
    given: await givenSections(db, owner, draft.id),
  })
}

export type DraftSummary = {
  id: string
  procedureKey: string
  procedureName: { vi: string; en: string }
  updatedAt: Date
  age: Age
}

/** What the applicant is still writing. */
export async function listDrafts(actor: Actor, at: Date): Promise<DraftSummary[]> {
  const owner = draftOwner(actor, 'view-drafts')
  if (!owner) return []
  const rows = await findOpenDrafts(db, owner)
  return Promise.all(
    rows.map(async (row) => ({
      id: row.id,
      procedureKey: row.procedureKey,
      procedureName: (await procedureOfVersion(db, row.procedureVersionId)).name,
      updatedAt: row.updatedAt,
      age: ageOf(row, at),
    })),
  )
}
