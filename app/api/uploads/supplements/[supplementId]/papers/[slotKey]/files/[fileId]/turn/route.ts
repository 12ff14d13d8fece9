import { findAnswerSlot } from '@/lib/supplements/answer-slot'
import { turnPageByForm, turnPageInSlot } from '../../../../../../../slot-door'

type Context = { params: Promise<{ supplementId: string; slotKey: string; fileId: string }> }

export async function PUT(request: Request, { params }: Context): Promise<Response> {
  const { fileId, ...address } = await params
  return turnPageInSlot(request, (actor) => findAnswerSlot(actor, address), fileId)
}

export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { fileId, ...address } = await params
  const { slotKey } = address
  return turnPageByForm(request, (actor) => findAnswerSlot(actor, address), { slotKey, fileId })
}
