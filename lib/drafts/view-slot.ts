import { db } from '@/db/client'
import { type AttachedFile, findDraftPapers } from '@/db/queries/files'
import { findPaperSlot, type SlotAddress, type SlotRefusal } from '@/lib/drafts/paper-slot'
import type { Actor } from '@/lib/identity/actor'
import { accept, type Result } from '@/lib/shared/result'

/** The files in a slot of the actor's draft and how far their checks are. */
export async function viewSlot(
  actor: Actor,
  address: SlotAddress,
): Promise<Result<{ files: AttachedFile[] }, SlotRefusal>> {
  const slot = await findPaperSlot(actor, address)
  if (!slot.ok) return slot
  const papers = await findDraftPapers(db, address.draftId)
  const inSlot = papers.filter(({ slotKey }) => slotKey === address.slotKey)
  return accept({ files: inSlot.flatMap(({ files }) => files) })
}
