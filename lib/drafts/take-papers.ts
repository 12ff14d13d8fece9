import { db } from '@/db/client'
import { draftOwner } from '@/lib/casework/draft-owner'
import { dayOf } from '@/lib/deadlines/day'
import { findPaperSlot } from '@/lib/drafts/paper-slot'
import { fitsSlot, takeIntoSlot } from '@/lib/drafts/take-into-slot'
import type { Actor } from '@/lib/identity/actor'
import { DOCUMENT_TYPES } from '@/lib/procedures/document-types'
import type { Procedure } from '@/lib/procedures/procedure'
import type { UploadPaper } from '@/lib/procedures/shape/paper'
import { generationsOf, onFile } from '@/lib/reuse/earlier'
import { itemsOf, type StoreItem } from '@/lib/reuse/store'

type Beginning = { draftId: string; procedure: Procedure; from: string; at: Date }

/**
 * Fills the slots of a draft that begins from an earlier dossier: with papers of its matter (from that
 * dossier and those before it) and with what its owner has on file whatever they file. Each slot by itself:
 * one that cannot be filled, even because a disk is full, stays empty.
 */
export async function takePapers(
  actor: Actor,
  { draftId, procedure, from, at }: Beginning,
): Promise<void> {
  const owner = draftOwner(actor, 'write-drafts')
  if (!owner) return
  const file = await onFile(db, owner, at)
  const items = await itemsOf(db, file, dayOf(at))
  const matter = new Set((await generationsOf(db, file, from)).map(({ id }) => id))
  for (const paper of procedure.papers) {
    if (paper.source !== 'upload') continue
    const item = items.find((one) => isMeant(one, paper, matter))
    if (!item) continue
    const slot = await findPaperSlot(actor, { draftId, slotKey: paper.key })
    if (slot.ok) await takeIntoSlot({ slot: slot.value, item, at })
  }
}

/** The newest usable paper of the kind that is asked for; what belongs to another matter is not meant. */
function isMeant(item: StoreItem, paper: UploadPaper, matter: ReadonlySet<string>): boolean {
  const type = DOCUMENT_TYPES.get(paper.documentType ?? '')
  if (!type || item.standing !== 'usable' || !item.types.includes(type)) return false
  return (type.about === 'owner' || matter.has(item.dossier.id)) && fitsSlot(item, paper)
}
