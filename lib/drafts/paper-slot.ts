import { db, type Transaction } from '@/db/client'
import { findOwnDraft, findOwnDraftForUpdate } from '@/db/queries/drafts'
import { procedureOfVersion } from '@/lib/casework/definitions'
import { draftOwner } from '@/lib/casework/draft-owner'
import { givenSections, isOpenSlot } from '@/lib/casework/given-sections'
import type { Actor } from '@/lib/identity/actor'
import type { UploadPaper } from '@/lib/procedures/shape/paper'
import { isId } from '@/lib/shared/ids'
import { accept, type Result, refuse } from '@/lib/shared/result'

/** The place of one paper in a draft. */
export type SlotAddress = { draftId: string; slotKey: string }

export type SlotRefusal =
  | { code: 'not-found' }
  | { code: 'slot-not-found' }
  | { code: 'already-submitted' }
  /** The paper is on file and nobody asked for another one. */
  | { code: 'closed-item' }

/** A slot that the actor may fill, with the procedure's rules for it. */
export type OpenSlot = {
  /** What its papers wait under: a draft, or a request to supplement. */
  holderId: string
  slotKey: string
  rules: UploadPaper
  /** Locks what the slot belongs to and says why it takes nothing any more. */
  lock: (tx: Transaction) => Promise<SlotRefusal | undefined>
}

/** Finds a slot in the actor's own draft; another's draft is as good as none. */
export async function findPaperSlot(
  actor: Actor,
  { draftId, slotKey }: SlotAddress,
): Promise<Result<OpenSlot, SlotRefusal>> {
  const owner = draftOwner(actor, 'write-drafts')
  const draft = owner && isId(draftId) && (await findOwnDraft(db, owner, draftId))
  if (!draft) return refuse({ code: 'not-found' })
  if (draft.submittedDossierId) return refuse({ code: 'already-submitted' })
  const procedure = await procedureOfVersion(db, draft.procedureVersionId)
  const rules = procedure.papers.find((paper) => paper.key === slotKey)
  if (rules?.source !== 'upload') return refuse({ code: 'slot-not-found' })
  const given = await givenSections(db, owner, draftId)
  if (!isOpenSlot(procedure, { slotKey, given })) return refuse({ code: 'slot-not-found' })
  return accept({
    holderId: draftId,
    slotKey,
    rules,
    lock: async (tx) => {
      const held = await findOwnDraftForUpdate(tx, owner, draftId)
      if (!held) return { code: 'not-found' }
      return held.submittedDossierId ? { code: 'already-submitted' } : undefined
    },
  })
}
