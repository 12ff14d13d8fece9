import { db } from '@/db/client'
import { draftOwner } from '@/lib/casework/draft-owner'
import { dayOf } from '@/lib/deadlines/day'
import { findPaperSlot, type SlotAddress } from '@/lib/drafts/paper-slot'
import { fitsSlot, type TakeRefusal, takeIntoSlot } from '@/lib/drafts/take-into-slot'
import type { Actor } from '@/lib/identity/actor'
import type { Procedure } from '@/lib/procedures/procedure'
import type { UploadPaper } from '@/lib/procedures/shape/paper'
import { onFile } from '@/lib/reuse/earlier'
import { itemsOf, type StoreItem } from '@/lib/reuse/store'
import { accept, type Result, refuse } from '@/lib/shared/result'

export type Choices = {
  /** Papers of the kind that is asked for. */
  fitting: StoreItem[]
  /** Whatever else is on file and could be put there. */
  others: StoreItem[]
}

/** What an applicant could take from their store for one paper, the newest first; ended papers are left out. */
export async function choicesFor(actor: Actor, paper: UploadPaper, at: Date): Promise<Choices> {
  return sorted(await usableItems(actor, at), paper)
}

/** How many papers of the asked kind, and of all that fit, are on file, by the key of the paper. */
export async function countChoices(
  actor: Actor,
  procedure: Procedure,
  at: Date,
): Promise<Record<string, { fitting: number; all: number }>> {
  const items = await usableItems(actor, at)
  const counted = procedure.papers.flatMap((paper) => {
    if (paper.source !== 'upload') return []
    const { fitting, others } = sorted(items, paper)
    return [[paper.key, { fitting: fitting.length, all: fitting.length + others.length }] as const]
  })
  return Object.fromEntries(counted)
}

/** Puts the paper that the applicant chose into a slot of their draft. */
export async function takeFromStore(
  actor: Actor,
  { at, item: key, ...address }: SlotAddress & { item: string; at: Date },
): Promise<Result<{ files: number }, TakeRefusal>> {
  const slot = await findPaperSlot(actor, address)
  if (!slot.ok) return slot
  const item = (await usableItems(actor, at)).find((one) => one.key === key)
  if (!item) return refuse({ code: 'not-usable' })
  const taken = await takeIntoSlot({ slot: slot.value, item, at })
  return taken.ok ? accept(taken.value) : taken
}

async function usableItems(actor: Actor, at: Date): Promise<StoreItem[]> {
  const owner = draftOwner(actor, 'view-dossiers')
  if (!owner) return []
  const items = await itemsOf(db, await onFile(db, owner), dayOf(at))
  return items.filter(({ standing }) => standing === 'usable')
}

function sorted(items: readonly StoreItem[], paper: UploadPaper): Choices {
  const placed = items.filter((item) => fitsSlot(item, paper))
  const isKind = ({ types }: StoreItem) => types.some(({ key }) => key === paper.documentType)
  return { fitting: placed.filter(isKind), others: placed.filter((item) => !isKind(item)) }
}
