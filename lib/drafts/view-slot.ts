import { db } from '@/db/client'
import { type AttachedFile, findDraftPapers } from '@/db/queries/files'
import {
  findPaperSlot,
  type OpenSlot,
  type SlotAddress,
  type SlotRefusal,
} from '@/lib/drafts/paper-slot'
import type { Actor } from '@/lib/identity/actor'
import { accept, type Result } from '@/lib/shared/result'

/** The files in a slot of the actor's draft and how far their checks are. */
export async function viewSlot(
  actor: Actor,
  address: SlotAddress,
): Promise<Result<{ files: AttachedFile[] }, SlotRefusal>> {
  const slot = await findPaperSlot(actor, address)
  return slot.ok ? accept(await filesInSlot(slot.value)) : slot
}

/** The same for a slot that was found before, wherever it belongs. */
export async function filesInSlot({
  holderId,
  slotKey,
}: OpenSlot): Promise<{ files: AttachedFile[] }> {
  const papers = await findDraftPapers(db, holderId)
  const inSlot = papers.filter((paper) => paper.slotKey === slotKey)
  return { files: inSlot.flatMap(({ files }) => files) }
}
