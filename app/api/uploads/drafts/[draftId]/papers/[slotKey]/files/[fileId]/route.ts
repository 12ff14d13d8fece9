import { findPaperSlot, type SlotAddress } from '@/lib/drafts/paper-slot'
import { emptySlot, emptySlotByForm } from '../../../../../../slot-door'

type Context = { params: Promise<SlotAddress & { fileId: string }> }

export async function DELETE(request: Request, { params }: Context): Promise<Response> {
  const { fileId, ...address } = await params
  return emptySlot(request, (actor) => findPaperSlot(actor, address), fileId)
}

export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { fileId, ...address } = await params
  const { slotKey } = address
  return emptySlotByForm(request, (actor) => findPaperSlot(actor, address), { slotKey, fileId })
}
