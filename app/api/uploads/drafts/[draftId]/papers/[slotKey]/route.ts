import { findPaperSlot, type SlotAddress } from '@/lib/drafts/paper-slot'
import { fillSlot, showSlot } from '../../../../slot-door'

type Context = { params: Promise<SlotAddress> }

export async function GET(request: Request, { params }: Context): Promise<Response> {
  const address = await params
  return showSlot(request, (actor) => findPaperSlot(actor, address))
}

export async function POST(request: Request, { params }: Context): Promise<Response> {
  const address = await params
  return fillSlot(request, (actor) => findPaperSlot(actor, address))
}
