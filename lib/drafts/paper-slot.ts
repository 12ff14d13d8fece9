import { db } from '@/db/client'
import { getDefinition } from '@/db/queries/definitions'
import { type DraftOwner, findOwnDraft } from '@/db/queries/drafts'
import { getProcedureBody } from '@/lib/casework/definitions'
import { draftOwner } from '@/lib/casework/draft-owner'
import type { Actor } from '@/lib/identity/actor'
import type { UploadPaper } from '@/lib/procedures/shape/paper'
import { accept, type Result, refuse } from '@/lib/shared/result'

/** The place of one paper in a draft. */
export type SlotAddress = { draftId: string; slotKey: string }

export type SlotRefusal =
  | { code: 'not-found' }
  | { code: 'slot-not-found' }
  | { code: 'already-submitted' }

/** A slot that the actor may fill, with the procedure's rules for it. */
export type PaperSlot = SlotAddress & { owner: DraftOwner; rules: UploadPaper }

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Finds a slot in the actor's own draft; another's draft is as good as none. */
export async function findPaperSlot(
  actor: Actor,
  { draftId, slotKey }: SlotAddress,
): Promise<Result<PaperSlot, SlotRefusal>> {
  const owner = draftOwner(actor)
  const draft = owner && UUID.test(draftId) && (await findOwnDraft(db, owner, draftId))
  if (!draft) return refuse({ code: 'not-found' })
  if (draft.submittedDossierId) return refuse({ code: 'already-submitted' })
  const procedure = getProcedureBody(await getDefinition(db, draft.procedureVersionId))
  const rules = procedure.papers.find((paper) => paper.key === slotKey)
  if (rules?.source !== 'upload') return refuse({ code: 'slot-not-found' })
  return accept({ draftId, slotKey, owner, rules })
}
