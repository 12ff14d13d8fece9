import { inTransaction, type Transaction } from '@/db/client'
import { deleteLooseFile, findOpenPaper, takePaperFile } from '@/db/queries/files'
import {
  findPaperSlot,
  type OpenSlot,
  type SlotAddress,
  type SlotRefusal,
} from '@/lib/drafts/paper-slot'
import { removeFile } from '@/lib/files/store'
import type { PersonActor } from '@/lib/identity/actor'
import { accept, type Result, refuse } from '@/lib/shared/result'

/**
 * Takes a file out of a slot of the actor's draft; its bytes and page pictures go with it. A file
 * that is not there (any more) is 'not-found', so that a second click harms nothing.
 */
export async function removePaperFile(
  actor: PersonActor,
  address: SlotAddress,
  fileId: string,
): Promise<Result<{ fileId: string }, SlotRefusal>> {
  const slot = await findPaperSlot(actor, address)
  return slot.ok ? removeFromSlot(slot.value, fileId) : slot
}

/** The same for a slot that was found before, wherever it belongs. */
export async function removeFromSlot(
  slot: OpenSlot,
  fileId: string,
): Promise<Result<{ fileId: string }, SlotRefusal>> {
  const removed = await inTransaction((tx) => takeOut(tx, slot, fileId))
  if (!removed.ok) return removed
  for (const storageKey of removed.value) await removeFile(storageKey)
  return accept({ fileId })
}

async function takeOut(
  tx: Transaction,
  slot: OpenSlot,
  fileId: string,
): Promise<Result<string[], SlotRefusal>> {
  const closed = await slot.lock(tx)
  if (closed) return refuse(closed)
  const paper = await findOpenPaper(tx, slot.holderId, slot.slotKey)
  if (!paper || !(await takePaperFile(tx, paper.id, fileId))) return refuse({ code: 'not-found' })
  return accept(await deleteLooseFile(tx, fileId))
}
