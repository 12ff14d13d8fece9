import { findAnswerSlot } from '@/lib/supplements/answer-slot'
import { fillSlot, showSlot } from '../../../../slot-door'

type Context = { params: Promise<{ supplementId: string; slotKey: string }> }

export async function GET(request: Request, { params }: Context): Promise<Response> {
  const address = await params
  return showSlot(request, (actor) => findAnswerSlot(actor, address))
}

/** A paper that was not asked for is answered with 409. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const address = await params
  return fillSlot(request, (actor) => findAnswerSlot(actor, address))
}
