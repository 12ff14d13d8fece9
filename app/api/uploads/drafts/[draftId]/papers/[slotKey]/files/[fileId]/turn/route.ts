import { findPaperSlot, type SlotAddress } from '@/lib/drafts/paper-slot'
import { turnPageByForm, turnPageInSlot } from '../../../../../../../slot-door'

type Context = { params: Promise<SlotAddress & { fileId: string }> }

export async function PUT(request: Request, { params }: Context): Promise<Response> {
  const { fileId, ...address } = await params
  return turnPageInSlot(request, (actor) => findPaperSlot(actor, address), fileId)
}

export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { fileId, ...address } = await params
  const { slotKey } = address
  return turnPageByForm(request, (actor) => findPaperSlot(actor, address), { slotKey, fileId })
}
