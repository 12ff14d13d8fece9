import { findAnswerSlot } from '@/lib/supplements/answer-slot'
import { emptySlot, emptySlotByForm } from '../../../../../../slot-door'

type Context = { params: Promise<{ supplementId: string; slotKey: string; fileId: string }> }

export async function DELETE(request: Request, { params }: Context): Promise<Response> {
  const { fileId, ...address } = await params
  return emptySlot(request, (actor) => findAnswerSlot(actor, address), fileId)
}

export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { fileId, ...address } = await params
  const { slotKey } = address
  return emptySlotByForm(request, (actor) => findAnswerSlot(actor, address), { slotKey, fileId })
}
