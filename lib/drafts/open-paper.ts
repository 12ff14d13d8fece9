import type { Transaction } from '@/db/client'
import { findOpenPaper, insertPaper } from '@/db/queries/files'
import type { OpenSlot } from '@/lib/drafts/paper-slot'
import { newId } from '@/lib/shared/ids'

/** The paper that a slot holds, or a new one; the caller holds the slot's lock. Returns its id. */
export async function openPaper(
  tx: Transaction,
  { slot, at }: { slot: OpenSlot; at: Date },
): Promise<string> {
  const { holderId: draftId, slotKey } = slot
  const open = await findOpenPaper(tx, draftId, slotKey)
  if (open) return open.id
  const id = newId()
  await insertPaper(tx, { id, draftId, slotKey, version: 1, source: 'upload', createdAt: at })
  return id
}
